import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Counting } from '../sql/plan.ts';
import type { Database } from './database.ts';

/** What was counted: events read, and events that passed the query's filters. */
export interface RecordCounts {
  readonly scanned: number;
  readonly matched: number;
}

interface Operator {
  readonly operator_name: string;
  readonly operator_type: string;
  readonly operator_cardinality: number;
  readonly children: readonly Operator[];
}

/** Lets DuckDB note how many rows left each operator of the next query: it costs nothing. */
export async function startCounting(
  { connection, temporaryFolder }: Database,
  { keepsFilters }: Counting,
): Promise<void> {
  const metrics = '{"OPERATOR_CARDINALITY":"true","OPERATOR_TYPE":"true","OPERATOR_NAME":"true"}';
  await connection.run(
    `SET enable_profiling='json'; SET profiling_output='${quoted(profilePath(temporaryFolder))}'; SET custom_profiling_settings='${metrics}'; ` +
      // Where conditions may wander between stages, the rows that leave a filter say nothing.
      `SET disabled_optimizers='${keepsFilters ? 'filter_pushdown,filter_pullup' : ''}'`,
  );
}

/** The counts of the query that just ended, or `undefined` where its plan does not show them. */
export async function readCounts(database: Database, counting: Counting): Promise<RecordCounts | undefined> {
  const { connection, temporaryFolder } = database;
  await connection.run(`SET enable_profiling='no_output'; PRAGMA disable_profiling; SET disabled_optimizers=''`);
  const path = profilePath(temporaryFolder);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  await rm(path, { force: true });
  if (text === undefined || (!counting.keepsFilters && counting.scanned === undefined)) return undefined;
  return countsOf(JSON.parse(text) as { readonly children: readonly Operator[] }, counting);
}

/** Counts the events once more, for the plans that do not show them. */
export async function countAgain({ connection }: Database, counting: Counting): Promise<RecordCounts> {
  const reader = await connection.runAndReadAll(counting.sql);
  const [scanned, matched] = reader.getRows()[0] as [bigint, bigint];
  return { scanned: Number(scanned), matched: Number(matched) };
}

/**
 * The operators from the scan upwards: scan, the filters that decide what an event is, the query's own filters; all with
 * projections between them. Any other shape is not understood, rather than misunderstood.
 */
export function countsOf(
  profile: { readonly children: readonly Operator[] },
  { eventFilters, queryFilters, scanned }: Pick<Counting, 'eventFilters' | 'queryFilters' | 'scanned'>,
): RecordCounts | undefined {
  const chain = chainOf(profile.children[0]);
  if (!chain) return undefined;
  const [scan, ...above] = chain;
  if (scan?.operator_type !== 'TABLE_SCAN') return undefined;
  const other = above.findIndex((operator) => !passing.has(operator.operator_type));
  // The threshold of a top-n wanders into scans of tables and Parquet files, which then leave out rows on their own.
  if (above[other]?.operator_type === 'TOP_N' && scan.operator_name.trim() !== 'READ_CSV') return undefined;
  const single = other < 0 ? above : above.slice(0, other);
  if (scanned !== undefined) {
    const isGrouped = /(?:GROUP_BY|AGGREGATE)$/.test(above[other]?.operator_type ?? '');
    return isGrouped ? { scanned, matched: [scan, ...single].at(-1)!.operator_cardinality } : undefined;
  }
  const filters = single.filter((operator) => operator.operator_type === 'FILTER');
  if (filters.length !== eventFilters + queryFilters) return undefined;
  const counts = [scan, ...filters].map((operator) => operator.operator_cardinality);
  return { scanned: counts[eventFilters]!, matched: counts.at(-1)! };
}

/** Operators that let every row of an event through, or stop it as a filter does. */
const passing: ReadonlySet<string> = new Set(['FILTER', 'PROJECTION', 'STREAMING_WINDOW']);

/** From the scan to the top, where every operator has one input. */
function chainOf(top: Operator | undefined): Operator[] | undefined {
  const chain: Operator[] = [];
  for (let operator = top; operator; operator = operator.children[0]) {
    if (operator.children.length > 1) return undefined;
    chain.unshift(operator);
  }
  return chain;
}

function profilePath(folder: string): string {
  return join(folder, 'profile.json');
}

function quoted(path: string): string {
  return path.replaceAll("'", "''");
}
