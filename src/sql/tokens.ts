import type { Bind } from './compare.ts';
import { sql, sqlString, value, type Fragment, type SqlValue } from './value.ts';

/** A text between separators, with what is known of it as a value. */
export type Part = Fragment & Pick<SqlValue, 'isWhole' | 'isPresent' | 'number'>;

/** The texts between the separators of a text. Places count from 0; a count is how many parts a record has. */
export interface Tokens {
  /** The part at a place, missing where there are fewer parts than `count`. */
  readonly atLeast: (count: number, place: number) => Part;
  /** The part at a place, missing where there are not exactly `count` parts; separators behind them do not count. */
  readonly exactly: (count: number, place: number) => Part;
  /** The last of `count` parts and whatever follows it; missing where there are fewer. */
  readonly rest: (count: number) => Part;
  /** The part at a place, whatever the record is; missing where there is none. */
  readonly any: (place: number) => Fragment;
}

/** The parts of a text, in a list. */
export function splitText(text: SqlValue, separator: string, bind: Bind): Tokens {
  return listTokens(bind(value('text', sql`string_split(${text}, ${sqlString(separator)})`), 'tokens'), separator);
}

function listTokens(list: SqlValue, separator: string): Tokens {
  return {
    atLeast: (count, place) => sql`CASE WHEN len(${list}) >= ${count} THEN ${list}[${place + 1}] END`,
    exactly: (count, place) =>
      sql`CASE WHEN len(${list}) = ${count} THEN ${list}[${place + 1}] WHEN ${endsBehind(list.sql, count)} THEN ${list}[${place + 1}] END`,
    rest: (count) =>
      sql`CASE WHEN len(${list}) = ${count} THEN ${list}[${count}] WHEN len(${list}) > ${count} THEN array_to_string(${list}[${count}:], ${sqlString(separator)}) END`,
    any: (place) => sql`${list}[${place + 1}]`,
  };
}

/** SQL that is true of a list of texts which has `count` of them and nothing but separators behind. */
export function endsBehind(list: string, count: number): string {
  return `len(${list}) > ${count} AND array_to_string(${list}[${count + 1}:], '') = ''`;
}

/** The failure of reading parts that only lines can tell. */
export const moreParts = 'flowq: a line of more parts';

export interface ColumnParts {
  /** The columns of the parts of a record, NULL beyond the last part of a line. */
  readonly names: readonly string[];
  /** The column of what follows a whole record; absent where each line is a record. */
  readonly beyond?: string;
  /** Makes a column of the stage that reads them, and answers its name. */
  readonly add: (part: { readonly expression: string; readonly place: number; readonly isRest: boolean }) => string;
  readonly isWhole: (place: number) => boolean;
  /** The column of a part that may be read as a number. */
  readonly numberOf: (place: number) => string | undefined;
}

/** Parts that are read as columns. */
export function columnTokens({ names, beyond, add, isWhole, numberOf }: ColumnParts): Tokens {
  const last = names.at(-1)!;
  const part = (place: number, whereBeyond?: (name: string) => string, isRest = false): Part => {
    const name = names[place]!;
    const expression = beyond === undefined || !whereBeyond ? name : whereBeyond(name);
    const number = isWhole(place) ? numberOf(place) : undefined;
    return {
      sql: add({ expression, place, isRest }),
      depth: 0,
      ...(isWhole(place) && { isWhole: true }),
      ...(number !== undefined && { number: { sql: number, depth: 0 } }),
      ...(beyond === undefined && { isPresent: true }),
    };
  };
  return {
    atLeast: (_, place) => part(place, (name) => `CASE WHEN ${last} IS NOT NULL THEN ${name} END`),
    exactly: (_, place) =>
      part(place, (name) => `CASE WHEN coalesce(${beyond}, '') = '' AND ${last} IS NOT NULL THEN ${name} END`),
    rest: (count) =>
      part(count - 1, (name) => `CASE WHEN ${beyond} IS NULL THEN ${name} ELSE error('${moreParts}') END`, true),
    any: (place) => part(place),
  };
}
