import { openDatabase } from '../engine/database.ts';
import type { QueryResult } from '../results/result.ts';
import type { LocalRun } from './run-on-database.ts';

/** Runs a template or a saved query on local data. Throws `QueryError` where the query is wrong. */
export async function runOnFiles(run: LocalRun): Promise<QueryResult> {
  // DuckDB opens on a thread of its own; meanwhile this one loads what comes next.
  const [database, { runOnDatabase }] = await Promise.all([openDatabase(), import('./run-on-database.ts')]);
  return runOnDatabase(run, database);
}
