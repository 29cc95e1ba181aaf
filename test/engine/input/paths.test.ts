import { execFileSync } from 'node:child_process';
import { link, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expandPaths } from '../../../src/engine/input/expand-paths.ts';
import { mayHold, partitionOf } from '../../../src/engine/input/partition-time.ts';
import { openDatabase } from '../../../src/engine/database.ts';
import { openFiles } from '../../../src/engine/open-files.ts';
import { withFolder } from '../../support/data-folder.ts';
import { messagesOf, readEvents } from '../../support/read-events.ts';

describe('paths', () => {
  const files = { 'd/b.log': 'b\n', 'd/a/x.log': 'x\n', 'd/.hidden': 'h\n', 'e.log': 'e\n' };

  it('of a folder are all files in it, in the order of their paths', async () => {
    expect(messagesOf(await readEvents(files, { paths: ['d'] }))).toEqual(['x', 'b']);
  });

  it('may be globs', async () => {
    expect(messagesOf(await readEvents(files, { paths: ['**/*.log'] }))).toEqual(['x', 'b', 'e']);
  });

  it('are read once each', async () => {
    expect(messagesOf(await readEvents(files, { paths: ['e.log', '*.log'] }))).toEqual(['e']);
  });

  it('that are links to one file are read once, and that is said', async () => {
    await withFolder({ 'd/a.log': 'a\n', 'd/b.log': 'b\n' }, async (folder) => {
      await symlink('../d', join(folder, 'd/self'));
      await symlink('b.log', join(folder, 'd/latest.log'));
      await link(join(folder, 'd/a.log'), join(folder, 'd/second.log'));
      const { files, notices } = await expandPaths(['d', 'd/b.log'], { cwd: folder, temporaryFolder: folder });
      expect(files.map(({ name }) => name)).toEqual(['d/a.log', 'd/b.log']);
      expect(notices).toHaveLength(1);
      expect(notices[0]).toMatch(
        /^Left out \d paths to files that are read already by another path: "d\/latest\.log", /,
      );
    });
  });

  it('may hold the characters of a glob', async () => {
    const odd = { "it's [a]*.log": 'odd\n', "it's ab.log": 'other\n' };
    expect(messagesOf(await readEvents(odd, { paths: ["it's [a]*.log"] }))).toEqual(['odd']);
  });

  it.each([
    ['nowhere.log', 'There is no file "nowhere.log".'],
    ['*.txt', 'No file matches "*.txt".'],
    ['empty', 'There are no files in the folder "empty".'],
  ])('that lead to nothing are refused: %s', async (path, message) => {
    await expect(readEvents({ 'e.log': '', 'empty/.keep': '' }, { paths: [path] })).rejects.toThrow(message);
  });

  it('may be standard input', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `line ${index}`);
    const read = await readEvents({}, { paths: ['-'], input: lines.join('\n') });
    expect(read.events.length).toBe(50_000);
    expect(read.source.label).toBe('1 file, plain text');
  });

  it('may be pipes', async () => {
    const pipe = `/tmp/flowq-test-pipe-${process.pid}`;
    execFileSync('mkfifo', [pipe]);
    const writer = execFileSync.bind(undefined, 'sh', ['-c', `(printf 'one\\ntwo\\n' > ${pipe}) > /dev/null 2>&1 &`]);
    writer();
    try {
      expect(messagesOf(await readEvents({}, { paths: [pipe] }))).toEqual(['one', 'two']);
    } finally {
      execFileSync('rm', [pipe]);
    }
  });
});

describe('a file that vanishes', () => {
  it('after it was found is left out, and that is said once', async () => {
    const database = await openDatabase();
    try {
      await withFolder({ 'a.log': 'one\n', 'b.log': 'two\n' }, async (folder) => {
        const source = await openFiles({ kind: 'files', cwd: folder, paths: ['*.log'] }, database);
        await rm(join(folder, 'b.log'));
        const read = (relation: string) => database.connection.runAndReadAll(`SELECT * FROM ${relation}`);
        const failure: unknown = await read(source.relation).catch((error: unknown) => error);
        const again = (await source.retry!(failure))!;
        expect((await read(again.relation)).getRows()).toEqual([['one']]);
        expect(again.notices).toEqual(['1 file vanished before being read: "b.log".']);
      });
    } finally {
      await database.close();
    }
  });
});

describe('S3 layouts', () => {
  const day = 86_400_000;
  const at = (text: string) => Date.parse(text);

  it.each([
    ['b/AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/11/20/x.log.gz', '2026-11-20T00:00:00Z', day],
    ['b/AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/11/20/07/x.log.gz', '2026-11-20T07:00:00Z', day / 24],
    [
      'AWSLogs/aws-account-id=1/aws-service=vpcflowlogs/aws-region=x/year=2026/month=11/day=20/x',
      '2026-11-20T00:00:00Z',
      day,
    ],
    ['year=2026/month=11/day=20/hour=23/x.parquet', '2026-11-20T23:00:00Z', day / 24],
  ])('name the time of %s', (path, start, length) => {
    expect(partitionOf(path)).toEqual({ start: at(start), end: at(start) + length - 1 });
  });

  it.each(['backup/2026/11/20/x.log', 'AWSLogs/1/vpcflowlogs/r/2026/13/20/x', 'AWSLogs/1/vpcflowlogs/r/2026/02/30/x'])(
    'are not seen in %s',
    (path) => {
      expect(partitionOf(path)).toBeUndefined();
    },
  );

  it('keep a day of slack: a record stands by its end, an event by its start', () => {
    const path = 'AWSLogs/1/vpcflowlogs/r/2026/11/20/x';
    const range = (start: string, end: string) => ({ start: at(start), end: at(end) });
    expect(mayHold(path, range('2026-11-19T23:00:00Z', '2026-11-19T23:59:59Z'))).toBe(true);
    expect(mayHold(path, range('2026-11-17T23:00:00Z', '2026-11-18T23:59:59Z'))).toBe(false);
    expect(mayHold(path, range('2026-11-22T00:00:01Z', '2026-11-22T02:00:00Z'))).toBe(false);
  });

  it('prune the files of a folder, and say so', async () => {
    const files = {
      'AWSLogs/1/vpcflowlogs/r/2026/11/10/x.log': 'old\n',
      'AWSLogs/1/vpcflowlogs/r/2026/11/20/x.log': 'new\n',
    };
    const range = { start: at('2026-11-20T00:00:00Z'), end: at('2026-11-20T12:00:00Z') };
    const read = await readEvents(files, { paths: ['AWSLogs'], range });
    expect(messagesOf(read)).toEqual(['new']);
    expect(read.said[0]).toMatch(/^Left out 1 of 2 files: by their path/);
  });
});
