import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeResult, type ResultOptions } from '../../src/cli/write-result.ts';
import type { Context } from '../../src/cli/context.ts';
import type { QueryResult, QueryStatistics } from '../../src/results/result.ts';
import { resultOf } from '../output/sample-result.ts';

const statistics: QueryStatistics = {
  rows: 1,
  recordsMatched: 1,
  recordsScanned: 2,
  bytesScanned: 300,
  elapsedMilliseconds: 20,
  warnings: ['One line was torn.'],
};

function answer(): QueryResult {
  return { ...resultOf([{ name: 'a', type: 'number' }], [['7']]), statistics: Promise.resolve(statistics) };
}

async function show(options: ResultOptions, result = answer(), cwd = '/'): Promise<{ stdout: string; stderr: string }> {
  const shown = { stdout: '', stderr: '' };
  const context = {
    stdout: (text: string) => (shown.stdout += text),
    stderr: (text: string) => (shown.stderr += text),
    env: {},
    cwd,
    width: 80,
    isTerminal: true,
    signal: new AbortController().signal,
  } as unknown as Context;
  await writeResult(result, options, context);
  return shown;
}

describe('writing an answer', () => {
  it('writes rows to standard output and counts to standard error', async () => {
    expect(await show({ output: 'csv' })).toEqual({
      stdout: 'a\n7\n',
      stderr: '1 row; 1 of 2 records matched, 300 B scanned in 0.02 s\nwarning: One line was torn.\n',
    });
  });

  it('is quiet about counts, never about what may be missing', async () => {
    expect((await show({ output: 'csv', quiet: true })).stderr).toBe('warning: One line was torn.\n');
  });

  it('writes a plain table where colour is not welcome and a bold one on a terminal', async () => {
    expect((await show({})).stdout).toBe('\u001b[1ma\u001b[22m\n─\n7\n');
  });

  it('writes a file in place of standard output', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'flowq-result-'));
    expect((await show({ out: 'rows.txt' }, answer(), cwd)).stdout).toBe('');
    expect(readFileSync(join(cwd, 'rows.txt'), 'utf8')).toBe('a\n─\n7\n');
    rmSync(cwd, { recursive: true });
  });

  it('leaves no file behind when the rows fail', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'flowq-result-'));
    const failure = new Error('broken');
    const broken: QueryResult = { ...answer(), rows: failingRows(failure), statistics: Promise.reject(failure) };
    await expect(show({ out: 'rows.txt', output: 'csv' }, broken, cwd)).rejects.toBe(failure);
    expect(readdirSync(cwd)).toEqual([]);
    rmSync(cwd, { recursive: true });
  });

  it('names the outputs there are', async () => {
    await expect(show({ output: 'xml' })).rejects.toThrow(
      'There is no output "xml"; choose table, json, ndjson, csv, tsv, markdown.',
    );
  });
});

async function* failingRows(failure: Error): AsyncGenerator<never> {
  yield* [];
  await Promise.reject(failure);
}
