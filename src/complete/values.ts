import type { Scope, ScopeField } from '../analysis/analysis.ts';
import { findFunction } from '../functions/table.ts';
import { durationUnits } from '../language/duration.ts';
import { quoteString } from '../language/quote.ts';
import type { Token } from '../language/token.ts';
import type { Candidate } from './completion.ts';
import type { Place } from './place.ts';

const comparisons: ReadonlySet<string> = new Set(['=', '==', '!=', 'like']);

/** The known values of the field that the cursor's place is compared with. */
export function valueCandidates(place: Place, scope: Scope): Candidate[] {
  const field = comparedField(place, scope);
  const values = Object.entries(field?.definition?.values ?? {});
  return values.map(([value, meaning]) => ({
    label: value,
    kind: 'value',
    insert: insertOf(value, field!, place),
    detail: meaning,
  }));
}

function insertOf(value: string, field: ScopeField, { inside, closing }: Place): string {
  if (inside === 'string') return value + closing;
  return field.type === 'number' ? value : quoteString(value);
}

/** The field left of `= `, `!= `, `like ` or `in [… `. */
function comparedField({ stage, bracket }: Place, scope: Scope): ScopeField | undefined {
  const operator = bracket?.opener === '[' ? bracket.index - 1 : stage.length - 1;
  const word = stage[operator];
  if (!word || !isComparison(word, bracket?.opener === '[')) return undefined;
  const left = stage[operator - 1]?.keyword === 'not' ? operator - 2 : operator - 1;
  const token = stage[left];
  return token?.kind === 'word' ? scope.fields.get(nameOf(token)) : undefined;
}

function isComparison(token: Token, inList: boolean): boolean {
  return inList ? token.keyword === 'in' : comparisons.has(token.keyword ?? token.text);
}

function nameOf(token: Token): string {
  return token.segments!.map(({ text }) => text).join('.');
}

/** Widths that people use, offered before a digit is typed. */
const usualDurations = ['1m', '5m', '15m', '1h', '1d'];

/** Durations where the function around the cursor takes one: `bin(5` goes on with a unit. */
export function durationCandidates({ stage, bracket, typed }: Place): Candidate[] {
  if (bracket?.opener !== '(' || !takesDuration(stage[bracket.index - 1], bracket.commas)) return [];
  const digits = /^\d+/.exec(typed)?.[0];
  if (digits === undefined) return usualDurations.map((text) => ({ label: text, kind: 'duration', insert: text }));
  return durationUnits.map(({ unit, spellings }) => {
    const text = digits + spellings[0]!;
    return { label: text, kind: 'duration', insert: text, detail: `${digits} ${unit}${digits === '1' ? '' : 's'}` };
  });
}

function takesDuration(name: Token | undefined, index: number): boolean {
  if (name?.kind !== 'word') return false;
  return findFunction(name.text)?.params[index]?.type === 'duration';
}
