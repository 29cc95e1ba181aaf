import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runFile } from '../support/run-lines.ts';

const root = resolve(import.meta.dirname, '../conformance');

interface Expected {
  /** Where the expectation comes from. */
  readonly source: string;
  readonly evidence: 'documented' | 'seen on the service' | 'relied on in production';
  /** Rows as the service sends them: a missing field is left out; `@ptr` is not told. */
  readonly rows: readonly (readonly (readonly [string, string])[])[];
}

const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('conformance', () => {
  it.each(cases)('%s', async (name) => {
    const folder = join(root, name);
    const files = readdirSync(folder);
    const input = files.find((file) => file.startsWith('input.'))!;
    const query = readFileSync(join(folder, 'query.cwli'), 'utf8');
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
    expect(expected.source).not.toBe('');
    const { columns, rows } = await runFile(join(folder, input), query);
    const pairs = rows.map((row) => row.flatMap((cell, index) => (cell === null ? [] : [[columns[index]!, cell]])));
    expect(pairs).toEqual(expected.rows);
  });
});
