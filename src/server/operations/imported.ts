import type { LogGroup } from '../account/log-group.ts';
import type { EventTables } from '../events/event-tables.ts';
import { ServiceFault } from '../service-fault.ts';

/** What `flowq import` keeps is read here and never deleted. */
export function refuseImported({ name, table }: LogGroup, events: EventTables): void {
  if (!events.isAttached(table)) return;
  throw new ServiceFault(
    'InvalidOperationException',
    `The log group "${name}" was imported: its events are the store's, and cannot be deleted here.`,
  );
}
