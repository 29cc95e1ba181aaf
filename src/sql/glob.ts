import type { Bind } from './compare.ts';
import type { Part, Tokens } from './tokens.ts';
import { sql, sqlString, value, type SqlValue } from './value.ts';

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
  /** The parts of a value, of which a record has `count`. */
  readonly split: (text: SqlValue, separator: string, count: number) => Tokens;
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
  const stars = literals.length - 1;
  const tokens = split(text, literals[1]!, stars);
  return Array.from({ length: stars }, (_, place) =>
    partOf(text, place < stars - 1 ? tokens.atLeast(stars, place) : tokens.rest(stars)),
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

/** A part of a text as a value. */
export function partOf(text: SqlValue, part: Part): SqlValue {
  const { isWhole = false, isPresent = false, number } = part;
  return value('text', part, { ...substring(text), isWhole, isPresent, ...(number && { number }) });
}

/** What is true of the parts of a text as it is of the text. */
function substring({ substringOf }: SqlValue): Partial<SqlValue> {
  return { isCheap: true, ...(substringOf !== undefined && { substringOf }) };
}
