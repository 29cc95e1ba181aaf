import type { Bind } from './compare.ts';
import { column, sql, sqlString, value, type SqlValue } from './value.ts';

/** The literal texts around the stars of a glob: one more than there are stars. */
export function globLiterals(pattern: string): string[] {
  return pattern.split('*');
}

/** Every star is followed by the same text, the last one by nothing: the value can be split. */
export function isSplit(literals: readonly string[]): boolean {
  const separator = literals[1];
  return (
    literals.length > 2 &&
    literals[0] === '' &&
    literals.at(-1) === '' &&
    separator !== '' &&
    literals.slice(1, -1).every((literal) => literal === separator)
  );
}

export interface GlobOptions {
  readonly bind: Bind;
  /** The texts of a split value; the same value and separator may ask again. */
  readonly split: (text: SqlValue, separator: string) => SqlValue;
}

/**
 * What each star of a glob captures; missing where the text does not match. The leftmost occurrence of each literal in
 * turn is what an unanchored lazy regular expression finds, for a glob has nothing but literals.
 */
export function compileGlob(text: SqlValue, literals: readonly string[], options: GlobOptions): SqlValue[] {
  if (literals.length === 2 && literals[0] === '' && literals[1] === '') return [text];
  return isSplit(literals) ? bySplit(text, literals, options) : byPosition(text, literals, options.bind);
}

function bySplit(text: SqlValue, literals: readonly string[], { split }: GlobOptions): SqlValue[] {
  const separator = literals[1]!;
  const stars = literals.length - 1;
  const tokens = split(text, separator);
  const more = substring(text);
  return Array.from({ length: stars }, (_, index) =>
    index < stars - 1
      ? value('text', sql`CASE WHEN len(${tokens}) >= ${stars} THEN ${tokens}[${index + 1}] END`, more)
      : value(
          'text',
          sql`CASE WHEN len(${tokens}) = ${stars} THEN ${tokens}[${stars}] WHEN len(${tokens}) > ${stars} THEN array_to_string(${tokens}[${stars}:], ${sqlString(separator)}) END`,
          more,
        ),
  );
}

/** One layer for each literal: the text before it is captured, the text after it goes on. */
function byPosition(text: SqlValue, literals: readonly string[], bind: Bind): SqlValue[] {
  const captured: SqlValue[] = [];
  let rest = bind(text, 'rest');
  literals.forEach((literal, index) => {
    const isLast = index === literals.length - 1;
    const before = index > 0;
    if (literal === '') {
      // Between two stars: the lazy one takes nothing. At the end: the last one takes what is left.
      if (before) captured.push(isLast ? rest : value('text', sql`left(${rest}, 0)`));
      return;
    }
    const place = sql`strpos(${rest}, ${sqlString(literal)})`;
    if (before)
      captured.push(bind(value('text', sql`CASE WHEN ${place} > 0 THEN left(${rest}, ${place} - 1) END`), 'part'));
    const length = [...literal].length;
    rest = bind(value('text', sql`CASE WHEN ${place} > 0 THEN substr(${rest}, ${place} + ${length}) END`), 'rest');
  });
  const end = rest;
  return captured.map((part) =>
    value('text', sql`CASE WHEN ${end} IS NOT NULL THEN ${part} END`, { ...substring(text) }),
  );
}

function substring(text: SqlValue): Partial<SqlValue> {
  return { isCheap: true, ...(text.substringOf === undefined ? {} : { substringOf: text.substringOf }) };
}

/** The entries of a list column. */
export function entry(list: SqlValue, index: number): SqlValue {
  return column(`${list.sql}[${index}]`, 'text', list.depth);
}
