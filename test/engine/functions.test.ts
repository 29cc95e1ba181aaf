import { describe, expect, it } from 'vitest';
import type { FunctionDefinition } from '../../src/functions/definition.ts';
import { functions } from '../../src/functions/table.ts';
import { runLines } from '../support/run-lines.ts';

const withExamples = (kind: FunctionDefinition['kind']): readonly FunctionDefinition[] =>
  functions.filter((definition) => definition.kind === kind && definition.examples.length > 0);

const scalars = withExamples('scalar').flatMap(({ name, examples }) =>
  examples.map((example) => ({ name, ...example })),
);

/** All scalar examples as columns of one query: opening the engine for each would take most of the time. */
const answer = runLines(
  ['{}'],
  `display ${scalars.map(({ query }, index) => `${query} as example${index}`).join(', ')}`,
);

describe('scalar functions', () => {
  it.each(scalars.map((example, index) => [example.query, index] as const))('%s', async (_, index) => {
    const { result } = scalars[index]!;
    expect((await answer).rows[0]![index]).toEqual(result === null ? null : String(result));
  });
});

describe('aggregate functions', () => {
  const cases = withExamples('aggregate').flatMap(({ examples }) => examples);
  it.each(cases.map((example) => [example.query, example] as const))('%s', async (query, { input, result }) => {
    const { rows } = await runLines(input ?? ['{}'], `stats ${query} as result`);
    expect(rows).toEqual([[result === null ? null : String(result)]]);
  });
});

describe('the function table', () => {
  it('has no function that a file cannot be asked with, but those whose meaning nobody knows', async () => {
    const refused: string[] = [];
    for (const { name, sql } of functions) {
      if (sql.duckdb === undefined && !special.has(name)) refused.push(name);
    }
    expect(refused).toEqual(['rate']);
    await expect(runLines(['{"a":1}'], 'stats rate(a, 1m)')).rejects.toMatchObject({
      diagnostics: [{ code: 'not-supported-locally' }],
    });
  });
});

/** Functions whose SQL depends on more than the values of their arguments; each has a test of its own in test/sql. */
const special = new Set([
  ...['bin', 'datefloor', 'dateceil', 'now', 'queryStartTime', 'queryEndTime', 'queryTimeRange', 'case'],
  ...['jsonParse', 'jsonStringify', 'values', 'topk', 'earliest', 'latest'],
]);
