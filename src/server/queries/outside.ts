import { createHash, randomUUID } from 'node:crypto';
import { access, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlString } from '../../engine/input/sql-text.ts';
import type { Query, Subquery } from '../../language/ast.ts';
import { visit } from '../../language/visitor.ts';
import type { TimeRange } from '../../results/time-range.ts';
import type { EventInput } from '../../sql/events.ts';
import type { LookupTable as SqlTable, Outside } from '../../sql/flow.ts';
import type { LookupTable } from '../account/lookup-table.ts';
import { invalidParameter } from '../service-fault.ts';
import { eventSourceOf } from './event-source.ts';
import type { LocalEngineOptions } from './local-engine.ts';
import { querySource } from './query-source.ts';

/** What a query reads beside its log groups: lookup tables of the account, and the groups of its subqueries. */
export async function outsideOf(query: Query, range: TimeRange, options: LocalEngineOptions): Promise<Outside> {
  const names = new Set<string>();
  const subqueries: Subquery[] = [];
  visit(query, {
    LookupCommand: ({ table }) => {
      if (table.kind === 'Name') names.add(table.text);
    },
    Subquery: (node) => void subqueries.push(node),
  });
  const tables = new Map<string, SqlTable>();
  for (const name of names) {
    const table = options.account.lookupTables.get(name);
    if (table) tables.set(name, await sqlTable(table, options.database.temporaryFolder));
  }
  const events = new Map<Subquery, EventInput>();
  for (const node of subqueries) {
    const input = await subqueryEvents(node, range, options);
    if (input) events.set(node, input);
  }
  return { table: (name) => tables.get(name), events: (node) => events.get(node) };
}

async function subqueryEvents(
  { query }: Subquery,
  range: TimeRange,
  { account, events, identity, now }: LocalEngineOptions,
): Promise<EventInput | undefined> {
  const [first] = query.commands;
  if (first?.kind !== 'SourceCommand') return undefined;
  if (first.options.length > 0) {
    throw invalidParameter('This endpoint gives a subquery the time range of its query: leave START and END away.');
  }
  const { groups } = querySource(query, { account, range, now: now() });
  return eventSourceOf(events, { groups, range, accountId: identity.accountId });
}

/** The table as a file that DuckDB reads, made once for each content. */
async function sqlTable({ body, fields }: LookupTable, folder: string): Promise<SqlTable> {
  const path = join(folder, `lookup-${createHash('sha256').update(body).digest('hex')}.csv`);
  if (!(await exists(path))) {
    const unfinished = `${path}.${randomUUID()}`;
    await writeFile(unfinished, body);
    await rename(unfinished, path);
  }
  return {
    relation: `read_csv(${sqlString(path)}, header=true, all_varchar=true, delim=',', quote='"', escape='"')`,
    columns: fields,
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
