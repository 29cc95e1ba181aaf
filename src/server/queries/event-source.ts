import type { EventSource } from '../../engine/event-source.ts';
import type { TimeRange } from '../../results/time-range.ts';
import type { LogGroup } from '../account/log-group.ts';
import type { EventTables } from '../events/event-tables.ts';
import { discoveredFormat } from './discovered-fields.ts';

/** Messages that are looked at to tell which fields are discovered. */
const sampleSize = 100;

export interface GroupsToRead {
  readonly groups: readonly LogGroup[];
  readonly range: TimeRange;
  readonly accountId: string;
}

/** The events of log groups as the engine takes them. */
export async function eventSourceOf(
  events: EventTables,
  { groups, range, accountId }: GroupsToRead,
): Promise<EventSource> {
  const format = discoveredFormat(await sample(events, groups, range));
  return {
    relation: relationOf(events, groups, accountId),
    columns: {
      message: 'message',
      timestamp: 'timestamp',
      ingestionTime: 'ingestion',
      logStream: 'stream',
      log: 'log',
      ordinal: 'ordinal',
    },
    shape: {
      kind: 'lines',
      ...(format && { format }),
      ...(groups.every(({ name }) => name.startsWith('/aws/lambda/')) && { isLambda: true }),
    },
    bytes: await events.bytesOf(
      groups.map(({ table }) => table),
      range,
    ),
    label: groups.map(({ name }) => name).join(', '),
  };
}

function relationOf(events: EventTables, groups: readonly LogGroup[], accountId: string): string {
  const selects = groups.map(
    ({ name, table }) => `select *, '${accountId}:${name.replaceAll("'", "''")}' as log from ${events.relation(table)}`,
  );
  return `(${selects.join(' union all ')})`;
}

async function sample(
  events: EventTables,
  groups: readonly LogGroup[],
  { start, end }: TimeRange,
): Promise<readonly string[]> {
  const pages = await Promise.all(
    groups.map(({ table }) => events.read(table, { start, end, limit: Math.ceil(sampleSize / groups.length) })),
  );
  return pages.flat().map(({ message }) => message);
}
