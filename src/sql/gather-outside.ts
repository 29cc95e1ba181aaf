import type { Query, Subquery } from '../language/ast.ts';
import { visit } from '../language/visitor.ts';
import type { EventInput } from './events.ts';
import type { LookupTable, Outside } from './flow.ts';

/** Where data beside the events comes from; nothing for what nobody knows. */
export interface OutsideSources {
  readonly table: (name: string) => Promise<LookupTable | undefined>;
  /** The events that a subquery asks. */
  readonly events: (node: Subquery) => Promise<EventInput | undefined>;
}

/** Asks for every lookup table of a query once, and for the events of each subquery. */
export async function gatherOutside(query: Query, sources: OutsideSources): Promise<Outside> {
  const names = new Set<string>();
  const subqueries: Subquery[] = [];
  visit(query, {
    LookupCommand: ({ table }) => {
      if (table.kind === 'Name') names.add(table.text);
    },
    Subquery: (node) => void subqueries.push(node),
  });
  // One after the other: both share one connection.
  const tables = new Map<string, LookupTable | undefined>();
  for (const name of names) tables.set(name, await sources.table(name));
  const events = new Map<Subquery, EventInput | undefined>();
  for (const node of subqueries) events.set(node, await sources.events(node));
  return { table: (name) => tables.get(name), events: (node) => events.get(node) };
}
