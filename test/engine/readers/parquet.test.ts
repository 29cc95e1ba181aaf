import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { runLocal } from '../../../src/engine/run.ts';
import { parse } from '../../../src/language/parse.ts';
import type { Row } from '../../../src/results/result.ts';
import { withFolder } from '../../support/data-folder.ts';

/** Writes tables to Parquet files and asks a query of them. */
async function ask(tables: Readonly<Record<string, string>>, text: string): Promise<{ rows: Row[]; said: string[] }> {
  return withFolder({}, async (folder) => {
    const database = await DuckDBInstance.create(':memory:');
    const connection = await database.connect();
    for (const [name, select] of Object.entries(tables)) {
      await connection.run(`COPY (${select}) TO '${join(folder, name)}' (FORMAT parquet)`);
    }
    connection.closeSync();
    database.closeSync();
    const said: string[] = [];
    const input = { kind: 'files', cwd: folder, paths: Object.keys(tables) } as const;
    const options = { onNotice: (sentence: string) => said.push(sentence) };
    const result = await runLocal(parse(text).query, { name: '<query>', text }, input, options);
    const shown = result.columns.flatMap(({ hidden }, index) => (hidden ? [] : [index]));
    const rows: Row[] = [];
    for await (const batch of result.rows) rows.push(...batch.map((row) => shown.map((index) => row[index])));
    return { rows, said };
  });
}

const flow = (start: number, bytes: string, action = 'ACCEPT') =>
  `SELECT 2::INTEGER AS version, '10.0.0.1' AS srcaddr, ${bytes}::BIGINT AS bytes, ${start}::BIGINT AS "start", '${action}' AS action`;

describe('Parquet flow logs', () => {
  it('are records by the names of their columns', async () => {
    const query = 'fields srcaddr, bytes, @timestamp, @message';
    const { rows, said } = await ask({ 'a.parquet': flow(1763632800, '40') }, query);
    expect(rows).toEqual([['10.0.0.1', '40', '2025-11-20 10:00:00.000', '2 10.0.0.1 40 1763632800 ACCEPT']]);
    expect(said).toContain('Input: 1 file, Parquet.');
  });

  it('have a dash in the message for a value that is not there', async () => {
    const query = 'parse @message "* * * * *" as version, srcaddr, bytes, begin, action | fields bytes, action';
    const { rows } = await ask({ 'a.parquet': flow(1763632800, 'NULL', 'REJECT') }, query);
    expect(rows).toEqual([['-', 'REJECT']]);
  });

  it('add up their numbers', async () => {
    const tables = { 'a.parquet': `${flow(1, '40')} UNION ALL ${flow(2, '2')}`, 'b.parquet': flow(3, '100') };
    expect((await ask(tables, 'stats sum(bytes) by action')).rows).toEqual([['ACCEPT', '142']]);
  });
});

describe('other Parquet', () => {
  it('is one JSON object per row', async () => {
    const table = "SELECT 'hi' AS message, {level: 'info'} AS log, 1763632800000::BIGINT AS \"timestamp\"";
    const { rows } = await ask({ 'a.parquet': table }, 'fields message, log.level, @timestamp');
    expect(rows).toEqual([['hi', 'info', '2025-11-20 10:00:00.000']]);
  });
});
