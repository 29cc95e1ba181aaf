import type { StatsCommand } from '../../language/command-nodes.ts';
import { aggregated, type Pipeline } from '../pipeline.ts';
import { fieldOf, itemScopes } from './fields.ts';

/** After `stats` only its outputs exist: the group keys, then the aggregates, each in the order of their list. */
export function applyStats({ items, by }: StatsCommand, { scope }: Pipeline): Pipeline {
  const groups = by.map((item) => fieldOf(item, scope, 'group'));
  const scopes = itemScopes(items, scope, 'aggregate');
  const aggregates = items.map((item, index) => fieldOf(item, scopes[index]!, 'aggregate'));
  return aggregated([...groups, ...aggregates]);
}
