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
import { evaluate, type TestEvent } from '../support/evaluator/evaluate.ts';
import { message, query, time, timedQuery } from '../support/evaluator/queries.ts';

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

/** What the SQL answers, with the names of its columns and the counts. */
async function ask(text: string, events: readonly TestEvent[]) {
  const { query: tree, diagnostics } = parse({ name: '<query>', text });
  expect({ text, diagnostics }).toEqual({ text, diagnostics: [] });
  const file = join(folder, 'events.log');
  // A time is thirteen digits and a blank before the message.
  const lines = events.map((event) => `${event.time === undefined ? '' : `${event.time} `}${event.message}\n`);
  await writeFile(file, lines.join(''));
  const hasTimes = events[0]?.time !== undefined;
  const compiled = compileQuery(tree, {
    input: {
      relation: `read_csv('${file}', header=false, delim='', quote='', escape='', auto_detect=false, columns={'line': 'VARCHAR'})`,
      columns: hasTimes ? { message: 'line[15:]', timestamp: 'CAST(line[:13] AS BIGINT)' } : { message: 'line' },
      shape: { kind: 'lines' },
      condition: 'line IS NOT NULL',
    },
    clock: { now: 0 },
  });
  if ('diagnostics' in compiled) throw new Error(`${text}: ${compiled.diagnostics[0]!.message}`);
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

async function expectSameAnswer(text: string, events: readonly TestEvent[]): Promise<void> {
  const { tree, columns, rows, quick, counted } = await ask(text, events);
  expect({ text, columns, rows }).toEqual({ text, ...evaluate(tree, events) });
  if (quick) expect({ text, ...quick }).toEqual({ text, ...counted });
  expect(counted.scanned).toBe(events.length);
}

/** More with FLOWQ_TEST_RUNS, for whoever changes the compiler. */
const numRuns = Number(process.env.FLOWQ_TEST_RUNS ?? 120);

function events<More extends object>(more: { readonly [Name in keyof More]: fc.Arbitrary<More[Name]> }) {
  return fc.array(fc.record({ message, ...more }), { minLength: 1, maxLength: 12 });
}

describe('the SQL', () => {
  it('answers as an evaluator that reads row by row', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(query, events({}), expectSameAnswer), { numRuns });
  });

  it('answers so about events with times', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(timedQuery, events({ time }), expectSameAnswer), { numRuns: numRuns / 2 });
  });
});
