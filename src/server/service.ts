import type { Account } from './account/account.ts';
import type { EventTables } from './events/event-tables.ts';
import type { Faults } from './faults.ts';
import type { Queries } from './queries/queries.ts';
import type { QueryEngine } from './queries/query-engine.ts';
import type { Quotas } from './quotas.ts';

/** What every operation works on. */
export interface Service {
  readonly identity: Identity;
  readonly account: Account;
  readonly events: EventTables;
  readonly queries: Queries;
  readonly engine: QueryEngine;
  readonly faults: Faults;
  readonly quotas: Quotas;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Whose endpoint this pretends to be; shows in ARNs and `@log`. */
export interface Identity {
  readonly region: string;
  readonly accountId: string;
}
