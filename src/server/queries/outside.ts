import { createHash, randomUUID } from 'node:crypto';
import { access, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlTableOfCsv } from '../../engine/input/sql-text.ts';
import type { Query, Subquery } from '../../language/ast.ts';
import type { TimeRange } from '../../results/time-range.ts';
import type { EventInput } from '../../sql/events.ts';
import type { LookupTable as SqlTable, Outside } from '../../sql/flow.ts';
import { gatherOutside } from '../../sql/gather-outside.ts';
import type { LookupTable } from '../account/lookup-table.ts';
import { invalidParameter } from '../service-fault.ts';
import { eventSourceOf } from './event-source.ts';
import type { LocalEngineOptions } from './local-engine.ts';
import { querySource } from './query-source.ts';

/** What a query reads beside its log groups: lookup tables of the account, and the groups of its subqueries. */
export function outsideOf(query: Query, range: TimeRange, options: LocalEngineOptions): Promise<Outside> {
  return gatherOutside(query, {
    table: async (name) => {
      const table = options.account.lookupTables.get(name);
      return table && sqlTable(table, options.database.temporaryFolder);
    },
    events: (node) => subqueryEvents(node, range, options),
  });
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
    relation: sqlTableOfCsv(path),
    columns: fields,
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
