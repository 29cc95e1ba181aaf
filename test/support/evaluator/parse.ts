import type { ParseCommand, ParseGlob, ParseRegex } from '../../../src/language/command-nodes.ts';
import { evaluateExpression, regexOf } from './expression.ts';
import type { Row } from './row.ts';
import { textOf } from './value.ts';

/** The rows that a parse makes of a row: one, but for every match with multi. */
export function parseRow({ input, mode }: ParseCommand, row: Row): Row[] {
  const text = textOf(input ? evaluateExpression(input, row) : row.fields.get('@message'));
  if (mode.kind === 'ParseGlob') {
    parseGlob(mode, text, row);
    return [row];
  }
  if (mode.kind === 'ParseRegex') return parseRegex(mode, text, row);
  throw new Error(`The second evaluator does not know ${mode.kind}.`);
}

/** The unanchored lazy regular expression that a glob means; its last star takes the rest. */
function parseGlob({ pattern, names }: ParseGlob, text: string | undefined, row: Row): void {
  const written = (pattern as { readonly value: string }).value.split('*');
  const literals = written.length === 1 ? [...written, ''] : written;
  const source = literals.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const last = literals.at(-1) === '';
  const regex = source.reduce((all, part, index) => {
    if (index === 0) return part === '' ? '^' : part;
    return `${all}${last && index === source.length - 1 ? '(.*)' : '(.*?)'}${part}`;
  }, '');
  const match = text === undefined ? null : new RegExp(regex, 's').exec(text);
  names.forEach((name, index) => row.fields.set((name as { readonly text: string }).text, match?.[index + 1]));
}

/** A group that took no part is missing, one that matched nothing is an empty text. */
function parseRegex({ pattern, multi }: ParseRegex, text: string | undefined, row: Row): Row[] {
  const regex = regexOf(pattern, 'g');
  const names = [...pattern.pattern.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name!);
  const matches = text === undefined ? [] : [...text.matchAll(regex)];
  const define = (to: Row, groups: Record<string, string | undefined> | undefined): Row => {
    for (const name of names) to.fields.set(name, groups?.[name]);
    return to;
  };
  if (!multi || matches.length === 0) return [define(row, matches[0]?.groups)];
  return matches.map(({ groups }, index) => define(row.with(names[0]!, undefined, index), groups));
}
