import { findFunction } from '../functions/table.ts';
import type { Node, Query } from '../language/ast.ts';
import { childrenOf } from '../language/visitor.ts';
import { startPlace, type EventInput } from './events.ts';

/**
 * What decides between rows that are equal otherwise. `reading`: the order in which the events were read; numbering them
 * costs parallel reading. `record`: what stands in them; for flow logs, whose records each say their own time and come
 * in no order. `none`: the answer does not depend on it.
 */
export type TieBreak = 'reading' | 'record' | 'none';

/** How ties of a query over a source are broken. Where events are numbered anyway, for their pointers, it is by number. */
export function tieBreakOf(query: Query, { shape, columns }: EventInput, wantsPointer: boolean): TieBreak {
  const first = query.commands.findIndex(({ kind }) => kind === 'StatsCommand');
  const before = first < 0 ? [] : query.commands.slice(0, first);
  if (wantsPointer || asksForTime(query)) return 'reading';
  if (first >= 0 && before.every(({ kind }) => orderless.has(kind))) return 'none';
  const isFlowLog = shape.kind === 'lines' && startPlace(shape) !== undefined;
  return isFlowLog && columns.timestamp === undefined && columns.ordinal === undefined ? 'record' : 'reading';
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

/** The first and last value in time, of equal times as they were read. */
function asksForTime(node: Node): boolean {
  if (node.kind === 'Call' && ['earliest', 'latest'].includes(findFunction(node.name.text)?.name ?? '')) return true;
  return childrenOf(node).some(asksForTime);
}
