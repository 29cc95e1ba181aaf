import type { Operation } from './operation.ts';
import { logGroupOperations } from './operations/log-groups.ts';
import { logStreamOperations } from './operations/log-streams.ts';
import { lookupTableOperations } from './operations/lookup-tables.ts';
import { putEventsOperations } from './operations/put-events.ts';
import { queryOperations } from './operations/queries.ts';
import { queryDefinitionOperations } from './operations/query-definitions.ts';
import { readEventsOperations } from './operations/read-events.ts';
import { recordOperations } from './operations/records.ts';
import { retentionOperations } from './operations/retention.ts';
import { tagOperations } from './operations/tags.ts';

/** Every operation of the endpoint. */
export const operations: readonly Operation[] = [
  ...logGroupOperations,
  ...logStreamOperations,
  ...putEventsOperations,
  ...readEventsOperations,
  ...queryOperations,
  ...recordOperations,
  ...queryDefinitionOperations,
  ...retentionOperations,
  ...tagOperations,
  ...lookupTableOperations,
];

const byName = new Map(operations.map((operation) => [operation.name, operation]));

/** The operation of a name, if the endpoint has it. */
export function findOperation(name: string): Operation | undefined {
  return byName.get(name);
}
