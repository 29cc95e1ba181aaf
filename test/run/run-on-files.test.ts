import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/find.ts';
import { runCli } from '../support/run-cli.ts';
import { rowsOf } from '../support/rows-of.ts';
import type { LocalRun } from '../../src/run/run-on-database.ts';
import { runOnFiles } from '../../src/run/run-on-files.ts';

const lines = [
  '2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK',
  '2 123456789010 eni-1235b8ca123456789 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 REJECT OK',
  '2 123456789010 eni-1235b8ca123456789 172.31.9.69 172.31.9.12 49762 3389 6 20 4249 1418530011 1418530070 REJECT OK',
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowq-test-'));
  writeFileSync(join(folder, 'flow.log'), `${lines.join('\n')}\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(name: string, more: Partial<LocalRun> = {}) {
  const notices: string[] = [];
  const result = await runOnFiles({
    found: openLibrary(folder).find(name),
    input: { kind: 'files', paths: ['flow.log'], cwd: folder },
    template: {},
    onNotice: (sentence) => notices.push(sentence),
    onQuery: () => undefined,
    ...more,
  });
  const rows = await rowsOf(result);
  return {
    columns: result.columns.map(({ name: column }) => column),
    rows,
    notices,
    statistics: await result.statistics,
  };
}

describe('flowq run --file', () => {
  it('believes the format that a saved query names', async () => {
    writeFileSync(join(folder, 'mine.cwli'), '# title: Mine\n# format: vpc-default\nstats count(*) as n by srcAddr\n');
    writeFileSync(join(folder, 'few.log'), `${lines[0]}\n`);
    const { code, stdout, stderr } = await runCli(['run', 'mine.cwli', '--file', 'few.log', '--output', 'csv'], {
      cwd: folder,
    });
    expect(stdout).toBe('srcAddr,n\n172.31.16.139,1\n');
    expect(stderr).not.toContain('inferred');
    expect(code).toBe(0);
  });

  it.each(['0', '-1', '1.5', '100001'])('refuses --limit %s before anything is read', async (limit) => {
    writeFileSync(join(folder, 'mine.cwli'), 'fields @message');
    expect(await runCli(['run', 'mine.cwli', '--file', 'missing.log', '--limit', limit], { cwd: folder })).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('flowq: --limit takes a whole number from 1 to 100,000') as string,
    });
  });

  it('refuses a format that a saved query names and nobody knows', async () => {
    writeFileSync(join(folder, 'mine.cwli'), '# format: vpc-defalt\nstats count(*) as n\n');
    const { code, stderr } = await runCli(['run', 'mine.cwli', '--file', 'flow.log'], { cwd: folder });
    expect(stderr).toContain('Did you mean "vpc-default"?');
    expect(code).toBe(2);
  });
});

describe('runOnFiles', () => {
  it('infers the format for a template, and says so', async () => {
    const { columns, rows, notices } = await run('reject-counts');
    expect(columns).toEqual(['srcaddr', 'rejections']);
    expect(rows).toEqual([['172.31.9.69', '2']]);
    expect(notices).toContain('Format of flow.log: vpc-default, inferred from 3 lines; --format names another.');
  });

  it('gives a saved query the discovered fields of the default format', async () => {
    writeFileSync(join(folder, 'mine.cwli'), 'filter dstPort = 22 | stats count(*) as n by srcAddr');
    expect((await run('mine.cwli')).rows).toEqual([['172.31.16.139', '1']]);
  });

  it('keeps to the time range', async () => {
    writeFileSync(join(folder, 'mine.cwli'), 'stats count(*) as n');
    const range = { start: 1418530011000, end: 1418530011999 };
    expect((await run('mine.cwli', { range })).rows).toEqual([['1']]);
  });

  it('counts what was read and what matched', async () => {
    const { statistics } = await run('reject-counts');
    expect(statistics).toMatchObject({ recordsScanned: 3, recordsMatched: 2, rows: 1, warnings: [] });
  });

  it('refuses a query that does not read', async () => {
    writeFileSync(join(folder, 'bad.cwli'), 'stats count(');
    await expect(run('bad.cwli')).rejects.toMatchObject({ name: 'QueryError' });
  });

  it('refuses a saved query with unfilled parameters', async () => {
    writeFileSync(join(folder, 'gap.cwli'), 'filter srcAddr = {{address}}');
    await expect(run('gap.cwli')).rejects.toThrow('has a parameter to fill first: {{address}}');
  });

  it('looks up in CSV files', async () => {
    writeFileSync(join(folder, 'ports.csv'), 'port,service\n22,ssh\n3389,rdp\n');
    const text = 'lookup ports port as dstPort OUTPUT service | stats count(*) as n by service | sort n desc';
    writeFileSync(join(folder, 'mine.cwli'), text);
    const tables = new Map([['ports', join(folder, 'ports.csv')]]);
    expect((await run('mine.cwli', { tables })).rows).toEqual([
      ['rdp', '2'],
      ['ssh', '1'],
    ]);
  });

  it('asks files in place of the log group of a subquery, their fields discovered too', async () => {
    writeFileSync(join(folder, 'other.log'), `${lines[1]}\n`);
    const text = "filter srcAddr in (SOURCE 'bad' | filter action = 'REJECT' | fields srcAddr) | stats count(*) as n";
    writeFileSync(join(folder, 'mine.cwli'), text);
    const groups = (name: string) =>
      name === 'bad' ? ({ kind: 'files', paths: ['other.log'], cwd: folder } as const) : undefined;
    expect((await run('mine.cwli', { groups })).rows).toEqual([['2']]);
  });

  it('reads standard input as data', async () => {
    const input = {
      kind: 'files',
      paths: ['-'],
      cwd: folder,
      stdin: Readable.from([`${lines.join('\n')}\n`]),
    } as const;
    expect((await run('reject-counts', { input })).rows).toEqual([['172.31.9.69', '2']]);
  });

  it('stops at once when aborted', async () => {
    await expect(run('reject-counts', { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow();
  });
});
