import { describe, expect, it } from 'vitest';
import type { FunctionDefinition, FunctionExample } from '../../src/functions/definition.ts';
import { functions } from '../../src/functions/table.ts';
import { runLines } from '../support/run-lines.ts';

const examplesOf = (kind: FunctionDefinition['kind']): readonly FunctionExample[] =>
  functions.filter((definition) => definition.kind === kind).flatMap(({ examples }) => examples);

const cellOf = ({ result }: FunctionExample): string | null => (result === null ? null : String(result));

const timeless = examplesOf('scalar').filter(({ range }) => !range);

/** All scalar examples as columns of one query: opening the engine for each would take most of the time. */
const answer = runLines(
  ['{}'],
  `display ${timeless.map(({ query }, index) => `${query} as example${index}`).join(', ')}`,
);

describe('scalar functions', () => {
  it.each(timeless.map((example, index) => [example.query, index] as const))('%s', async (_, index) => {
    expect((await answer).rows[0]![index]).toEqual(cellOf(timeless[index]!));
  });
});

describe('functions of the time range', () => {
  const cases = examplesOf('scalar').filter(({ range }) => range);
  it.each(cases.map((example) => [example.query, example] as const))('%s', async (query, example) => {
    const { start, end } = example.range!;
    const { rows } = await runLines([`{"timestamp":"${start}"}`], `display ${query} as result`, {
      range: { start: Date.parse(start), end: Date.parse(end) },
      now: new Date(end),
    });
    expect(rows).toEqual([[cellOf(example)]]);
  });
});

describe('aggregate functions', () => {
  const cases = examplesOf('aggregate');
  it.each(cases.map((example) => [example.query, example] as const))('%s', async (query, example) => {
    const { rows } = await runLines(example.input ?? ['{}'], `stats ${query} as result`);
    expect(rows).toEqual([[cellOf(example)]]);
  });
});

describe('the function table', () => {
  it('has examples of every function but the one whose meaning nobody knows', async () => {
    expect(functions.filter(({ examples }) => examples.length === 0).map(({ name }) => name)).toEqual(['rate']);
    await expect(runLines(['{"a":1}'], 'stats rate(a, 1m)')).rejects.toMatchObject({
      diagnostics: [{ code: 'not-supported-locally' }],
    });
  });

  it('has examples that call their function', () => {
    const calls = ({ name, aliases = [] }: FunctionDefinition) =>
      new RegExp(`\\b(?:${[name, ...aliases].join('|')})\\(`, 'i');
    const strangers = functions.filter((row) => row.examples.some(({ query }) => !calls(row).test(query)));
    expect(strangers).toEqual([]);
  });
});
