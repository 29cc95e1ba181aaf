import { findFunction } from '../functions/table.ts';
import type { Node, Query } from '../language/ast.ts';
import { childrenOf } from '../language/visitor.ts';

/**
 * The answer depends on the order in which the events were read. Numbering them costs parallel reading, so a query that
 * only counts and adds up goes without.
 */
export function needsOrdinal(query: Query): boolean {
  const first = query.commands.findIndex(({ kind }) => kind === 'StatsCommand');
  if (first < 0) return true;
  const before = query.commands.slice(0, first);
  return !before.every(({ kind }) => orderless.has(kind)) || asksForTime(query.commands[first]!);
}

/** Commands after which it is still the same events, each on its own. */
const orderless: ReadonlySet<string> = new Set([
  'SourceCommand',
  'FieldsCommand',
  'DisplayCommand',
  'FilterCommand',
  'FilterIndexCommand',
  'ParseCommand',
  'JsonCommand',
  'SortCommand',
  'UnmaskCommand',
]);

function asksForTime(node: Node): boolean {
  if (node.kind === 'Call' && ['earliest', 'latest'].includes(findFunction(node.name.text)?.name ?? '')) return true;
  return childrenOf(node).some(asksForTime);
}
