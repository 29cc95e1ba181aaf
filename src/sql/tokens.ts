import type { Bind } from './compare.ts';
import { sql, sqlString, value, type Fragment, type SqlValue } from './value.ts';

/** The texts between the separators of a text. Places count from 0; a count is how many parts a record has. */
export interface Tokens {
  /** The part at a place, missing where there are fewer parts than `count`. */
  readonly atLeast: (count: number, place: number) => Fragment;
  /** The part at a place, missing where there are not exactly `count` parts. */
  readonly exactly: (count: number, place: number) => Fragment;
  /** The last of `count` parts and whatever follows it; missing where there are fewer. */
  readonly rest: (count: number) => Fragment;
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
    exactly: (count, place) => sql`CASE WHEN len(${list}) = ${count} THEN ${list}[${place + 1}] END`,
    rest: (count) =>
      sql`CASE WHEN len(${list}) = ${count} THEN ${list}[${count}] WHEN len(${list}) > ${count} THEN array_to_string(${list}[${count}:], ${sqlString(separator)}) END`,
    any: (place) => sql`${list}[${place + 1}]`,
  };
}

/**
 * Parts in columns, one more than a record has, NULL beyond the last part of a line. `add` makes a column of the stage
 * that reads them, and answers its name.
 */
export function columnTokens(parts: readonly string[], add: (expression: string, place: number) => string): Tokens {
  const beyond = parts.at(-1)!;
  const last = parts.at(-2)!;
  const column = (expression: string, place: number): Fragment => ({ sql: add(expression, place), depth: 0 });
  return {
    atLeast: (_, place) => column(`CASE WHEN ${last} IS NOT NULL THEN ${parts[place]!} END`, place),
    exactly: (_, place) =>
      column(`CASE WHEN ${beyond} IS NULL AND ${last} IS NOT NULL THEN ${parts[place]!} END`, place),
    rest: (count) =>
      column(`CASE WHEN ${beyond} IS NULL THEN ${last} ELSE error('flowq: a line of more parts') END`, count - 1),
    any: (place) => column(parts[place]!, place),
  };
}
