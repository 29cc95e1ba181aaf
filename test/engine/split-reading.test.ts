import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/engine/database.ts';
import type { EventSource } from '../../src/engine/event-source.ts';
import { openFiles } from '../../src/engine/open-files.ts';
import { readFormat } from '../../src/formats/read.ts';
import { parse } from '../../src/language/parse.ts';
import { compileQuery } from '../../src/sql/compile.ts';
import { runLocal } from '../../src/engine/run.ts';

const { format } = readFormat('${srcaddr} ${bytes} ${start}');
const discovered = { ...format!, isDiscovered: true };

const queries = [
  'stats count(*) as n, sum(bytes) as b by srcAddr | sort n desc, srcAddr',
  'fields srcAddr, bytes | sort bytes desc | limit 5',
  'fields srcAddr, bytes | sort bytes asc | limit 5',
  'stats count(*) as n by bin(1m) | sort n desc',
  'parse @message "* * *" as a, b, c | stats count(a), count(c), max(c), sum(b)',
  'stats sum(bytes) as b, sum(start) as s, count(*) as n by srcAddr | sort b desc, srcAddr',
  'stats sum(bytes) as b by bin(1m) as t | sort t',
  'stats avg(bytes) as b, sum(start) as s, avg(start) as a by srcAddr | sort srcAddr',
  'filter srcAddr = "-" | stats sum(bytes) as b, sum(start) as s, count(*) as n',
  'parse @message "* * *" as a, b, c | stats sum(b), sum(c) by a | sort a',
  'stats sum(bytes) as b, sum(start) as s by bytes > 9 as large | sort large',
  'filter bytes = 10 | stats count(*) as n, max(srcAddr)',
  'dedup srcAddr | fields srcAddr, bytes',
  'filter srcAddr = "10.0.0.1" | autoregress bytes | display bytes, bytes_p1 | limit 5',
  'filter bytes > 5 | filldown start | tail 3 | fields bytes, start',
];

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flowq-test-'));
  database = await openDatabase();
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function fileOf(text: string): Promise<string> {
  const path = join(folder, 'events.log');
  await writeFile(path, text);
  return path;
}

/** The answer of the engine, however often it reads. */
async function run(query: string, text: string) {
  const input = { kind: 'files', paths: [await fileOf(text)], cwd: folder, format: discovered } as const;
  const result = await runLocal(parse(query).query, { name: '<query>', text: query }, input, { hidden: false });
  const rows = [];
  for await (const batch of result.rows) rows.push(...batch);
  const { recordsScanned } = await result.statistics;
  return { rows, recordsScanned };
}

/** The rows, read in one way or the other; a failure is an answer too. */
async function both(query: string, text: string) {
  const path = await fileOf(text);
  const { connection, temporaryFolder } = database;
  const input = { kind: 'files', paths: [path], cwd: folder, inputFormat: 'text', format: discovered } as const;
  const { split, ...lines } = await openFiles(input, { connection, temporaryFolder });
  const ask = async (source: EventSource) => {
    const compiled = compileQuery(parse(query).query, { input: source, clock: { now: 0 }, hidden: false });
    if ('diagnostics' in compiled) throw new Error(compiled.diagnostics[0]!.message);
    const { sql, split, check } = compiled.plan;
    if (check && !(await check(new AbortController().signal))) return { split: undefined, rows: 'unchecked' };
    const rows = await connection.runAndReadAll(sql).then(
      (reader) => reader.getRowsJson(),
      (error: unknown) => (error as Error).message.split('\n')[0],
    );
    return { split: check ? ('numbers' as const) : split, rows };
  };
  // Odd lines of a long file come behind what anybody looked at.
  const short = split && { ...split, sample: split.sample.slice(0, 1) };
  return {
    plain: await ask(lines),
    quick: split && (await ask({ ...lines, split })),
    hasty: short && (await ask({ ...lines, split: short })),
  };
}

const record = fc
  .tuple(
    fc.constantFrom('10.0.0.1', '10.0.0.2', '-', ''),
    fc.constantFrom('10', '9', '12', '0', '-', '010', '1e1', '10.5', 'x', ' 7', '1_0', '7\t', '\v7', '+7', '-7', 'nan'),
    fc.constantFrom('60', '119', '120', '-', '61.5', '', '1e400', '9007199254740993', '99999999999999999999', '0x1F'),
  )
  .map((parts) => parts.join(' '));
const tidy = fc
  .tuple(
    fc.constantFrom('10.0.0.1', '10.0.0.2', '-'),
    fc.constantFrom('10', '9', '-'),
    fc.constantFrom('60', '119', '-'),
  )
  .map((parts) => parts.join(' '));
const mostlyTidy = fc.oneof({ arbitrary: tidy, weight: 30 }, { arbitrary: record, weight: 1 });
const line = fc.oneof(
  { arbitrary: record, weight: 12 },
  fc.constantFrom(
    '',
    'torn 1',
    'a b c d',
    'a b c ',
    'a b c  ',
    'a b c d ',
    'a b c d e',
    ' ',
    '   ',
    '"a b" c',
    'é b c',
  ),
);

describe('lines that are split while they are read', () => {
  it('give the answer of lines that are split afterwards, or fail', async () => {
    const answered = { numbers: 0, exact: 0, ragged: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...queries),
        fc.oneof(...[mostlyTidy, record, line].map((each) => fc.array(each, { maxLength: 12 }))),
        fc.boolean(),
        async (query, others, ends) => {
          const { plain, quick, hasty } = await both(
            query,
            ['10.0.0.1 10 60', ...others].join('\n') + (ends ? '\n' : ''),
          );
          expect(plain).toMatchObject({ split: undefined, rows: expect.any(Array) as unknown });
          for (const way of [quick, hasty]) {
            if (typeof way?.rows !== 'object') continue;
            expect(way.rows).toEqual(plain.rows);
            if (way.split) answered[way.split]++;
          }
        },
      ),
      { numRuns: Number(process.env['FLOWQ_TEST_RUNS'] ?? 300) },
    );
    expect(Math.min(...Object.values(answered))).toBeGreaterThan(5);
  });

  it.each([
    'x 1_0 60',
    'x 10\t 60',
    'x nan 60',
    'x_y 10 60',
    'x 10.5 60',
    'x 1e2 007',
    'x 0x1F 60',
    'x y',
    'x 1 2 3',
    '- - -',
  ])('give no number to %j that it has not', async (odd) => {
    const many = '10.0.0.1 10 60\n'.repeat(60_000);
    const query = 'stats sum(bytes) as b, sum(start) as s, count(*) as n';
    const { rows, recordsScanned } = await run(query, `${many}${odd}\n${many}`);
    const parts = odd.split(' ');
    const [, bytes, start] = parts.map((part) =>
      parts.length === 3 && /^\d+(\.\d+)?(e\d+)?$/.test(part) ? Number(part) : 0,
    );
    expect(rows).toEqual([[String(1_200_000 + bytes!), String(7_200_000 + (start ?? 0)), '120001']]);
    expect(recordsScanned).toBe(120_001);
  });

  it.each([
    ['stats count(srcAddr) as n, max(start) as last', [['40002', '60']]],
    [
      'filter srcAddr = "a" | fields srcAddr, bytes, start',
      [
        ['a', 'b', 'c'],
        ['a', 'b', ''],
      ],
    ],
  ])('take separators behind the last field for nothing: %s', async (query, expected) => {
    const many = '10.0.0.1 10 60\n'.repeat(20_000);
    const { rows } = await run(query, `${many}a b c \n${many}a b   \n`);
    expect(rows.sort().reverse()).toEqual(expected);
  });

  it.each(['a b c d e', 'a b c d ', 'a b c ', 'a b c  ', 'a b', 'a b ', 'a b\rx c'])(
    'end in the slower way at the line %j',
    async (odd) => {
      const many = '10.0.0.1 10 60\n'.repeat(20_000);
      const query = 'parse @message "* * *" as a, b, c | stats count(*) as n, count(c) as m, max(c) as c';
      const { rows, recordsScanned } = await run(query, `${many}${odd}\n${many}`);
      const parts = odd.split(' ');
      const rest = parts.slice(2).join(' ');
      expect(rows).toEqual([['40001', parts.length < 3 ? '40000' : '40001', /^\d/.test(rest) ? rest : '60']]);
      expect(recordsScanned).toBe(40_001);
    },
  );
});
