import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFolder } from '../support/data-folder.ts';
import { runCli } from '../support/run-cli.ts';

const record = (second: number, bytes = 40) =>
  `2 123456789012 eni-0a 10.0.0.1 10.0.0.2 443 50000 6 1 ${bytes} ${1763632800 + second} 1763632860 ACCEPT OK\n`;
const world = (folder: string) => ({ cwd: folder, env: { FLOWQ_DATA: join(folder, 'data') }, width: 200 });

describe('flowq import', () => {
  it('tells what it did', async () => {
    await withFolder({ 'a.log': record(0) + record(1) }, async (folder) => {
      const first = await runCli(['import', '--log-group', 'g', 'a.log'], world(folder));
      expect(first.code).toBe(0);
      expect(first.stdout).toBe('');
      expect(first.stderr).toMatch(
        /^Format: vpc-default, inferred.*\nImported 2 events from 1 file into "g": 178 B became .*\n$/,
      );
      const second = await runCli(['import', '--log-group', 'g', 'a.log'], world(folder));
      expect(second.stderr).toBe('Nothing new for "g" in 1 file. 1 file was there already.\n');
    });
  });

  it('reads standard input', async () => {
    await withFolder({}, async (folder) => {
      const run = await runCli(['import', '-g', 'g', '-', '-q'], { ...world(folder), stdin: 'one\ntwo\n' });
      expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
      const groups = await runCli(['groups', '--output', 'csv'], world(folder));
      expect(groups.stdout.split('\n')[1]).toMatch(/^g,2,,,1,8,\d+,$/);
    });
  });

  it.each(['a b', 'x*'])('refuses %j as the name of a log group', async (name) => {
    await withFolder({ 'a.log': 'one\n' }, async (folder) => {
      const run = await runCli(['import', '-g', name, 'a.log'], world(folder));
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(`"${name}" is no name of a log group`);
      expect((await runCli(['groups'], world(folder))).stdout + run.stdout).toBe('');
    });
  });

  it('warns of events that are no records of the format it was given', async () => {
    const text = record(0) + 'plain text\n' + record(1);
    await withFolder({ 'a.log': text }, async (folder) => {
      const none = await runCli(['import', '-g', 'x', 'a.log', '--format', 'tgw-default', '-q'], world(folder));
      expect(none).toEqual({
        code: 0,
        stdout: '',
        stderr:
          'warning: None of the 3 events of "a.log" are records of the format tgw-default; they are kept as text, without its fields.\n',
      });
      const some = await runCli(['import', '-g', 'y', 'a.log', '--format', 'vpc-default', '-q'], world(folder));
      expect(some.stderr).toBe(
        'warning: 1 of the 3 events of "a.log" are no records of the format vpc-default; they are kept as text, without its fields.\n',
      );
      expect((await runCli(['import', '-g', 'z', 'a.log', '-q'], world(folder))).stderr).toBe('');
    });
  });

  it('refuses a file that is not there, and leaves nothing', async () => {
    await withFolder({}, async (folder) => {
      const run = await runCli(['import', '-g', 'g', 'no.log'], world(folder));
      expect(run).toEqual({ code: 2, stdout: '', stderr: 'flowq: There is no file "no.log".\n' });
    });
  });
});

describe('flowq groups', () => {
  it('lists what was imported', async () => {
    await withFolder({ 'a.log': record(0) + record(1), 'b.jsonl': '{"x":1}\n' }, async (folder) => {
      await runCli(['import', '-g', 'vpc-flow', 'a.log'], world(folder));
      await runCli(['import', '-g', 'app', 'b.jsonl'], world(folder));
      const { stdout } = await runCli(['groups', '--output', 'json'], world(folder));
      expect(JSON.parse(stdout)).toEqual([
        { 'log group': 'app', events: 1, files: 1, 'file bytes': 8, 'stored bytes': expect.any(Number) as number },
        {
          'log group': 'vpc-flow',
          events: 2,
          first: '2025-11-20 10:00:00.000',
          last: '2025-11-20 10:00:01.000',
          files: 1,
          'file bytes': 178,
          'stored bytes': expect.any(Number) as number,
          format: 'vpc-default',
        },
      ]);
    });
  });

  it('says where nothing is', async () => {
    await withFolder({}, async (folder) => {
      const run = await runCli(['groups'], world(folder));
      expect(run.stderr).toBe(
        `Nothing is imported in "${join(folder, 'data')}"; "flowq import --log-group NAME PATH" does it.\n`,
      );
    });
  });
});

describe('flowq sql', () => {
  const files = { 'a.log': record(0, 5) + record(1, 7) };
  const sql = (statement: string, ...flags: string[]) => [
    'sql',
    statement,
    '--file',
    'a.log',
    '--output',
    'json',
    ...flags,
  ];

  it('has the fields of the format as typed columns', async () => {
    await withFolder(files, async (folder) => {
      const statement = 'select srcaddr, sum(bytes) as b, max(timestamp) as t, account_id as a from logs group by all';
      const { stdout, code } = await runCli(sql(statement, '--format', 'vpc-default'), world(folder));
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toEqual([{ srcaddr: '10.0.0.1', b: 12, t: '2025-11-20 10:00:01', a: '123456789012' }]);
    });
  });

  it('reads what was imported in the same way', async () => {
    await withFolder(files, async (folder) => {
      await runCli(['import', '-g', 'g', 'a.log'], world(folder));
      const statement = 'select bytes + 1 as b, timestamp, message from logs order by 1';
      const text = await runCli(sql(statement), world(folder));
      const stored = await runCli(['sql', statement, '-g', 'g', '--output', 'json'], world(folder));
      expect(JSON.parse(stored.stdout)).toEqual(JSON.parse(text.stdout));
      expect(JSON.parse(stored.stdout)).toHaveLength(2);
    });
  });

  it('asks for a statement where there are blanks', async () => {
    await withFolder({ 'a.log': 'one\n' }, async (folder) => {
      const run = await runCli(sql('  '), world(folder));
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('Write a SELECT');
    });
  });

  it('keeps to a time range', async () => {
    await withFolder(files, async (folder) => {
      const range = ['--start', '2025-11-20T10:00:01', '--end', '2025-11-20T10:00:01'];
      const { stdout } = await runCli(sql('select bytes from logs', ...range), world(folder));
      expect(JSON.parse(stdout)).toEqual([{ bytes: 7 }]);
    });
  });

  it('takes lines without a format as messages', async () => {
    await withFolder({ 'a.log': 'one\n' }, async (folder) => {
      expect(JSON.parse((await runCli(sql('from logs'), world(folder))).stdout)).toEqual([{ message: 'one' }]);
    });
  });

  it('mends a file that DuckDB refuses', async () => {
    await withFolder({ 'a.log': Buffer.from('one\n'.repeat(50_000) + 'a\rb\n') }, async (folder) => {
      const { stdout } = await runCli(sql('select count(*) as n from logs'), world(folder));
      expect(JSON.parse(stdout)).toEqual([{ n: 50_001 }]);
    });
  });

  it.each([
    ['drop view logs', 'flowq: Only a SELECT can be answered: the logs are read, never changed.'],
    ["copy logs to 'x.csv'", 'flowq: Only a SELECT can be answered: the logs are read, never changed.'],
    ['select 1; select 2', 'flowq: Write one SQL statement; here are 2.'],
    ['selec 1', 'flowq: Parser Error: syntax error at or near "selec"'],
    ['select nothing from logs', 'flowq: Binder Error: Referenced column "nothing" not found in FROM clause!'],
  ])('refuses %s', async (statement, message) => {
    await withFolder(files, async (folder) => {
      const { code, stderr } = await runCli(sql(statement), world(folder));
      expect(code).toBe(2);
      expect(stderr.split('\n')).toContain(message);
    });
  });

  it.each([
    "copy logs to 'x'",
    "explain analyze copy logs to 'x'",
    "explain (analyze) copy logs to 'x'",
    "explain (analyze, format json) copy (select 1) to 'x'",
    "/* a */ explain -- b\n analyze /* c */ copy logs to 'x'",
    "explain copy logs to 'x'",
    "export database 'x'",
    "attach 'x'",
    'explain analyze create table x as select 1',
    'create temp table x as select 1',
    "pragma memory_limit='1GB'",
    "set memory_limit='1GB'",
    'install httpfs',
    'load json',
    "select 1; copy logs to 'x'",
  ])('writes nothing: %s', async (statement) => {
    await withFolder(files, async (folder) => {
      // SQL names paths from where the process is.
      const { code, stderr } = await runCli(sql(statement.replace("'x'", `'${join(folder, 'x')}'`)), world(folder));
      expect({ code, files: readdirSync(folder) }).toEqual({ code: 2, files: ['a.log'] });
      expect(stderr).toMatch(/Only a SELECT can be answered|Write one SQL statement/);
    });
  });

  it.each([
    'explain select 1',
    'EXPLAIN ANALYZE select count(*) from logs',
    'explain (analyze, format json) from logs',
    '/* a */ select 1 -- b',
    'explain (select 1)',
    '((select 1))',
    'with t as (select 1 as x) select * from t',
    'values (1)',
    'describe logs',
    'summarize logs',
    'table logs',
    "pivot logs on action in ('ACCEPT') using count(*)",
  ])('answers what reads: %s', async (statement) => {
    await withFolder(files, async (folder) => {
      expect(await runCli(sql(statement), world(folder))).toMatchObject({ code: 0 });
    });
  });

  it('reads any file that SQL names', async () => {
    await withFolder({ ...files, 'names.csv': 'address,name\n10.0.0.1,web\n' }, async (folder) => {
      const names = `read_csv('${join(folder, 'names.csv')}')`;
      const statement = `select name, sum(bytes) as b from logs join ${names} on address = srcaddr group by all`;
      const { stdout } = await runCli(sql(statement), world(folder));
      expect(JSON.parse(stdout)).toEqual([{ name: 'web', b: 12 }]);
    });
  });

  it('says how to write a PIVOT', async () => {
    await withFolder(files, async (folder) => {
      const { stderr } = await runCli(sql('pivot logs on action using count(*)'), world(folder));
      expect(stderr).toContain('Name the values that PIVOT makes columns of');
    });
  });

  it('must be told where the records are', async () => {
    const { code, stderr } = await runCli(['sql', 'select 1']);
    expect(code).toBe(2);
    expect(stderr).toBe('flowq: Say where the records are: --file PATH, or --log-group NAME of what was imported.\n');
    const both = await runCli(['sql', 'select 1', '--file', 'a.log', '--log-group', 'g']);
    expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining('give one of them.') as string });
  });
});
