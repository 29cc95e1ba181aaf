import { findFunction } from '../../functions/table.ts';
import type { Call, Expression } from '../../language/ast.ts';
import { columnNameOf } from '../../language/column-name.ts';
import type { Duration, Item } from '../../language/command-nodes.ts';
import { durationMilliseconds } from '../../language/duration.ts';
import { childrenOf } from '../../language/visitor.ts';
import { compileAggregate, type AggregateScope } from '../aggregates.ts';
import { functionOf } from '../call.ts';
import type { CompileCommand } from '../command.ts';
import { compileExpression, unfilled, type ExpressionScope } from '../expression.ts';
import { endMatching, scopeOf, type Flow } from '../flow.ts';
import { orderKeys } from '../order.ts';
import { notSupported } from '../refusal.ts';
import { duration } from '../special-functions.ts';
import { floorTime } from '../time.ts';
import { column, type SqlValue } from '../value.ts';

export const stats: CompileCommand<'StatsCommand'> = ({ items, by, offset }, flow) => {
  const { pipeline } = flow;
  const groups = groupKeys(by, flow, offset);
  const { columns, finished } = aggregateColumns(items, flow);
  endMatching(flow);
  pipeline.stage({
    select: [...groups.map(({ key }) => key.sql), ...columns].join(', '),
    ...(groups.length > 0 ? { tail: `GROUP BY ${groups.map(({ key }) => key.sql).join(', ')}` } : {}),
  });
  becomeGroups(flow);
  for (const { name, key } of groups) flow.fields.set(name, key);
  flow.bin = binOf(by);
  flow.groupKeys = groups.map(({ name }) => name);
  // The natural order of many groups costs more than grouping them: between equal rows the plain texts decide.
  flow.ties = groups.map(({ key }) => ({ sql: key.sql, direction: 'asc' }));
  flow.order = groups.flatMap(({ key }) => (key.type === 'json' ? [] : orderKeys(key, 'asc', pipeline)));
  const scope: ExpressionScope = { ...scopeOf(flow), call: (call) => finished.get(call)?.() };
  for (const item of items) {
    const name = columnNameOf(item);
    flow.fields.set(name, pipeline.bind(compileExpression(item.expression, scope), name));
  }
};

/** The only key of the list that is a period, where its periods have one length. */
function binOf(by: readonly Item[]): Flow['bin'] {
  const found = by.flatMap((item) => {
    const { expression } = item;
    if (expression.kind !== 'Call' || !periods.has(findFunction(expression.name.text)?.name ?? '')) return [];
    const period = expression.args.find((argument) => argument.kind === 'DurationLiteral');
    const milliseconds = period && durationMilliseconds(period);
    return milliseconds === undefined ? [] : [{ name: columnNameOf(item), milliseconds }];
  });
  return found.length === 1 ? found[0] : undefined;
}

const periods: ReadonlySet<string> = new Set(['bin', 'datefloor', 'dateceil']);

/** From here on rows are groups: nothing of the events is left. */
export function becomeGroups(flow: Flow): void {
  flow.bin = undefined;
  flow.groupKeys = [];
  flow.fields = new Map();
  flow.events = undefined;
  flow.isSorted = false;
  flow.pointer = undefined;
}

interface GroupKey {
  readonly name: string;
  readonly key: SqlValue;
}

function groupKeys(by: readonly Item[], flow: Flow, offset: Duration | undefined): GroupKey[] {
  const plain = scopeOf(flow);
  const scope: ExpressionScope = { ...plain, call: (call) => groupingCall(call, plain, offset) };
  return by.map((item) => {
    if (item.alias?.kind === 'Placeholder') throw unfilled(item.alias.span);
    const name = columnNameOf(item);
    const key = compileExpression(item.expression, scope);
    if (key.type === 'json') throw notSupported(item.span, 'Grouping by a map or list');
    return { name, key: flow.pipeline.columnFor(key, name) };
  });
}

/** Bins that begin later: `by bin(1h) offset 15m`. */
function groupingCall(call: Call, scope: ExpressionScope, offset: Duration | undefined): SqlValue | undefined {
  const name = findFunction(call.name.text)?.name;
  if (name !== 'bin' || !offset || call.args.length !== 1) return undefined;
  if (offset.kind === 'Placeholder') throw unfilled(offset.span);
  const shift = durationMilliseconds(offset);
  if (shift === undefined) throw notSupported(offset.span, 'An offset in months or years');
  const time = scope.field({ kind: 'Field', name: '@timestamp', segments: [{ text: '@timestamp' }], span: call.span });
  return floorTime(time, duration(call.args[0]!), scope.bind, shift);
}

/** Every aggregate of the list as a column of the grouping stage, and how the rest of its expression finds it. */
function aggregateColumns(items: readonly Item[], flow: Flow) {
  const { pipeline } = flow;
  const scope: AggregateScope = { ...scopeOf(flow), events: flow.events, columnFor: pipeline.columnFor };
  const columns: string[] = [];
  const finished = new Map<Call, () => SqlValue>();
  for (const item of items) {
    if (item.alias?.kind === 'Placeholder') throw unfilled(item.alias.span);
    for (const call of aggregateCalls(item.expression)) {
      const { aggregate, type, finish } = compileAggregate(functionOf(call), call, scope);
      const name = pipeline.fresh(columnNameOf(item));
      columns.push(`${aggregate.sql} AS ${name}`);
      finished.set(call, () => {
        const found = column(name, type, pipeline.depth());
        return finish ? finish(found) : found;
      });
    }
  }
  return { columns, finished };
}

function aggregateCalls(expression: Expression): Call[] {
  if (expression.kind === 'Call' && findFunction(expression.name.text)?.kind === 'aggregate') return [expression];
  return childrenOf(expression).flatMap((child) => (isExpression(child) ? aggregateCalls(child) : []));
}

function isExpression(node: { readonly kind: string }): node is Expression {
  return node.kind !== 'Name' && node.kind !== 'Subquery';
}
