import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/engine/database.ts';
import { cellWriter } from '../../src/engine/cells.ts';
import { countAgain, readCounts, startCounting } from '../../src/engine/profile.ts';
import { parse } from '../../src/language/parse.ts';
import { compileQuery } from '../../src/sql/compile.ts';
import type { Plan } from '../../src/sql/plan.ts';
import { evaluate } from '../support/evaluate.ts';

let database: Database;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flowq-test-'));
  database = await openDatabase();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const word = fc.constantFrom('a', 'b', 'A9', 'a10', 'a9', '', '-', '5A', '0#', 'x y', 'é', '[x]');
const numberText = fc.constantFrom(
  '0',
  '1',
  '22',
  '22.0',
  '2.2e1',
  '-1.5',
  '007',
  '1e3',
  ' 22',
  '1_0',
  'nan',
  'inf',
  '.5',
  '5.',
);
const scalar = fc.oneof(word, numberText, fc.integer({ min: -30, max: 30 }), fc.boolean(), fc.constant(null));
const event = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.dictionary(fc.constantFrom('p', 'q', 'r'), scalar).map((fields) => JSON.stringify(fields)),
  },
  { weight: 1, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `${words.join(' ')}.`) },
);

const field = fc.constantFrom('p', 'q', 'r');
const literal = fc.oneof(
  word.map((text) => JSON.stringify(text)),
  fc.constantFrom('"22"', '"22.0"', '22', '0', '1', '-1.5', '1000', 'true', '"5A"', '"-"'),
);
const operand = fc.oneof(field, literal);
const comparison = fc
  .tuple(field, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), operand)
  .map((parts) => parts.join(' '));
const membership = fc
  .tuple(field, fc.constantFrom('in', 'not in'), fc.array(literal, { minLength: 1, maxLength: 3 }))
  .map(([name, operator, items]) => `${name} ${operator} [${items.join(', ')}]`);
const likeness = fc
  .tuple(field, fc.constantFrom('like', 'not like'), fc.constantFrom('"a"', '"2"', '"-"', '"x y"'))
  .map((parts) => parts.join(' '));
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    comparison,
    membership,
    likeness,
    field,
    tie('condition').map((inner) => `not (${inner})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
      .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
  ),
}));
const filter = condition.map((test) => `filter ${test}`);
const computed = fc
  .tuple(field, fc.constantFrom('+', '-', '*', '/', '%'), fc.oneof(field, fc.constantFrom('2', '0', '7')), condition)
  .map(([a, operator, b, test]) => `fields ${a} ${operator} ${b} as x, (${test}) as y`);
const glob = fc
  .constantFrom(
    '"*:*,*" as g, h, i',
    '"* * *" as g, h, i',
    '"\\"*\\":*" as g, h',
    '"a*" as g',
    '"*" as g',
    '"**a" as g, h',
    '"p" as g',
    '"*,*,*" as g, h, i',
  )
  .map((text) => `parse @message ${text}`);
const sort = fc
  .array(fc.tuple(field, fc.constantFrom('asc', 'desc')), { minLength: 1, maxLength: 2 })
  .map((keys) => `sort ${keys.map((key) => key.join(' ')).join(', ')}`);
const limit = fc.integer({ min: 1, max: 6 }).map((count) => `limit ${count}`);
const dedup = fc.uniqueArray(field, { minLength: 1, maxLength: 2 }).map((fields) => `dedup ${fields.join(', ')}`);
const aggregates =
  'count(*) as c, count(q) as d, count_distinct(q) as e, sum(r) as s, avg(r) as a, min(q) as l, max(q) as m';
const stats = fc
  .uniqueArray(field, { maxLength: 2 })
  .map((by) => `stats ${aggregates}${by.length > 0 ? ` by ${by.join(', ')}` : ''}`);
const show = fc.constant('display p, q, r, @message');

const query = fc
  .oneof(
    fc.tuple(fc.option(filter), fc.option(glob), fc.option(sort), fc.option(limit), show),
    fc.tuple(fc.option(filter), computed, fc.constant('display x, y, p')),
    fc.tuple(glob, fc.constant('display g, h, i')),
    // Conditions on parts of the message: these let the compiler look at the whole message first.
    fc.tuple(
      glob,
      fc
        .constantFrom(
          ...['g = "a"', 'g in ["a", "b", ""]', 'h like "a"', 'g = "22"', 'not (g = "a")', 'g = "a" or h = "b"'],
          ...['g = "p" and h = "-"', 'g like ""', '"a" = g', 'g = h'],
        )
        .map((test) => `filter ${test}`),
      fc.constantFrom('display g, h', 'stats count(*) as c by g'),
    ),
    fc.tuple(fc.option(sort), dedup, show),
    fc.tuple(
      fc.option(filter),
      stats,
      fc.option(fc.constantFrom('sort s desc', 'sort c desc, m asc')),
      fc.option(limit),
    ),
    fc.tuple(stats, fc.constantFrom('filter c > 1', 'filter s != 3'), fc.constant('stats sum(c) as t, max(m) as u')),
  )
  .map((stages) => stages.filter((stage) => stage !== null).join(' | '));

/** What the SQL answers, with the names of its columns and the counts. */
async function ask(text: string, events: readonly string[]) {
  const { query: tree, diagnostics } = parse({ name: '<query>', text });
  expect(diagnostics).toEqual([]);
  const file = join(folder, 'events.log');
  await writeFile(file, events.map((line) => `${line}\n`).join(''));
  const relation = `read_csv('${file}', header=false, delim='', quote='', escape='', auto_detect=false, columns={'line': 'VARCHAR'})`;
  const compiled = compileQuery(tree, {
    input: { relation, columns: { message: 'line' }, shape: { kind: 'lines' }, condition: 'line IS NOT NULL' },
    clock: { now: 0 },
  });
  if ('diagnostics' in compiled) throw new Error(compiled.diagnostics[0]!.message);
  return { tree, ...(await run(compiled.plan)) };
}

async function run(plan: Plan) {
  await startCounting(database, plan.counting);
  const result = await database.connection.runAndReadAll(plan.sql);
  const quick = await readCounts(database, plan.counting);
  const shown = plan.columns.flatMap((column, index) => (column.hidden ? [] : [index]));
  const writers = plan.columns.map(({ sqlType }) => cellWriter(sqlType));
  const rows = result.getRows().map((row) => shown.map((index) => writers[index]!(row[index]) ?? null));
  return {
    columns: shown.map((index) => plan.columns[index]!.name),
    rows,
    quick,
    counted: await countAgain(database, plan.counting),
  };
}

/** More with FLOWQ_TEST_RUNS, for whoever changes the compiler. */
const runs = Number(process.env.FLOWQ_TEST_RUNS ?? 120);

describe('the SQL', () => {
  it('answers as an evaluator that reads row by row', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(query, fc.array(event, { minLength: 1, maxLength: 12 }), async (text, events) => {
        const { tree, columns, rows, quick, counted } = await ask(text, events);
        expect({ text, rows }).toEqual({ text, rows: evaluate(tree, events, columns) });
        if (quick) expect({ text, ...quick }).toEqual({ text, ...counted });
        expect(counted.scanned).toBe(events.length);
      }),
      { numRuns: runs },
    );
  });
});
