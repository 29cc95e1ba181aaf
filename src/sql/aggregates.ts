import type { FunctionDefinition } from '../functions/definition.ts';
import type { Call } from '../language/ast.ts';
import { fillSlots, sqlTypeOf } from './call.ts';
import { literalNumber, toNumber, toText, toWhole } from './coerce.ts';
import { compileExpression, type ExpressionScope } from './expression.ts';
import type { Events } from './events.ts';
import { invalid, notSupported } from './refusal.ts';
import { sql, value, type Fragment, type SqlValue } from './value.ts';

/** What aggregates are compiled in: the rows they read. */
export interface AggregateScope extends ExpressionScope {
  readonly events: Events | undefined;
  /** A value as a column of the rows: aggregates read columns. */
  readonly columnFor: (value: SqlValue, hint: string) => SqlValue;
}

/** An aggregate in two steps: what the GROUP BY stage computes, and the value made of its column. */
export interface CompiledAggregate {
  readonly aggregate: Fragment;
  readonly type: SqlValue['type'];
  /** Made after grouping, where the aggregate alone is not the answer. */
  readonly finish?: (column: Fragment) => SqlValue;
}

/** An aggregate function of stats over the rows before it. */
export function compileAggregate(definition: FunctionDefinition, call: Call, scope: AggregateScope): CompiledAggregate {
  const special = specialAggregates[definition.name]?.(call, scope);
  if (special) return special;
  if (definition.sql.duckdb === undefined) throw notSupported(call.span, `The function "${call.name.text}"`);
  const bound: ExpressionScope = { ...scope, bind: scope.columnFor };
  return { aggregate: fillSlots(definition, call, bound, definition.sql.duckdb), type: sqlTypeOf(definition.returns) };
}

/** Nothing where the row of the function says it all. */
type CompileAggregate = (call: Call, scope: AggregateScope) => CompiledAggregate | undefined;

const specialAggregates: Readonly<Record<string, CompileAggregate>> = {
  count: (call, scope) => ({
    aggregate: call.star || call.args.length === 0 ? sql`count(*)` : sql`count(${argument(call, scope)})`,
    type: 'number',
  }),
  countDistinct: (call, scope) => ({ aggregate: sql`count(DISTINCT ${argument(call, scope)})`, type: 'number' }),
  countOverTime: (call, scope) => specialAggregates.count!(call, scope),
  sum: (call, scope) => {
    const by = compileExpression(call.args[0]!, scope);
    if (by.number) return ofNumbers(sql`fsum(${by.number})`);
    if (!by.isWhole) return undefined;
    return {
      aggregate: sql`CAST(sum(${toWhole(by, scope.columnFor)}) AS DOUBLE)`,
      type: 'number',
    };
  },
  avg: (call, scope) => {
    const { number } = compileExpression(call.args[0]!, scope);
    return number && ofNumbers(sql`favg(${number})`);
  },
  min: (call, scope) => extreme('min', call, scope),
  max: (call, scope) => extreme('max', call, scope),
  sortsFirst: (call, scope) => ranked('min', call, scope),
  sortsLast: (call, scope) => ranked('max', call, scope),
  earliest: (call, scope) => timed('min', call, scope),
  latest: (call, scope) => timed('max', call, scope),
  pct: (call, scope) => {
    const percent = literalNumber(compileExpression(call.args[1]!, scope));
    if (percent === undefined || percent < 0 || percent > 100) {
      throw invalid(call.args[1]!.span, 'expected-percent', 'The second argument of pct is a number from 0 to 100.');
    }
    const number = scope.columnFor(toNumber(argument(call, scope)), 'number');
    return { aggregate: sql`quantile_cont(${number}, ${percent / 100})`, type: 'number' };
  },
  values: (call, scope) => byFrequency(toText(argument(call, scope)), scope),
  topk: (call, scope) => {
    const count = literalNumber(compileExpression(call.args[0]!, scope));
    if (count === undefined || !Number.isInteger(count) || count < 1 || count > 10_000) {
      throw invalid(call.args[0]!.span, 'expected-count', 'The first argument of topk is a number from 1 to 10000.');
    }
    return byFrequency(toText(argument(call, scope, 1)), scope, count);
  },
};

/** Of what the reader takes for numbers: the query runs in another way where infinity or the like is among them. */
function ofNumbers(aggregate: Fragment): CompiledAggregate {
  return { aggregate, type: 'number', finish: (column) => value('number', sql`cw_exact(${column})`) };
}

function argument(call: Call, scope: AggregateScope, index = 0): SqlValue {
  return scope.columnFor(compileExpression(call.args[index]!, scope), 'value');
}

/** Lowest or highest: of the numbers where there are any, else of the texts in natural order. */
function extreme(which: 'min' | 'max', call: Call, scope: AggregateScope): CompiledAggregate {
  const by = argument(call, scope);
  if (by.type !== 'text') return { aggregate: sql`${which}(${by})`, type: by.type };
  const number = scope.columnFor(toNumber(by), 'number');
  const natural = sql`CASE WHEN ${number} IS NULL THEN ROW(cw_natural(${by}), ${by}) END`;
  return {
    aggregate: sql`{n: ${which}(${number}), t: arg_${which}(${by}, ${natural})}`,
    type: 'text',
    finish: (column) => value('text', sql`coalesce(cw_text(${column}.n), ${column}.t)`),
  };
}

/** First or last in the order of sort. */
function ranked(which: 'min' | 'max', call: Call, scope: AggregateScope): CompiledAggregate {
  const by = argument(call, scope);
  if (by.type !== 'text') return { aggregate: sql`${which}(${by})`, type: by.type };
  const number = scope.columnFor(toNumber(by), 'number');
  const natural = sql`CASE WHEN ${number} IS NULL THEN cw_natural(${by}) ELSE [] END`;
  const key = sql`ROW(${number} IS NOT NULL, coalesce(${number}, 0), ${natural}, ${by})`;
  return { aggregate: sql`arg_${which}(${by}, ${key})`, type: 'text' };
}

/** The value of the event with the lowest or highest time; of equal times, the first or last read. */
function timed(which: 'min' | 'max', call: Call, scope: AggregateScope): CompiledAggregate {
  const { span } = call;
  const { events } = scope;
  if (!events?.ordinal) throw invalid(span, 'field-not-available', `"${call.name.text}" needs events with a time.`);
  const time = scope.field({ kind: 'Field', name: '@timestamp', segments: [{ text: '@timestamp' }], span });
  const by = argument(call, scope);
  const aggregate = sql`arg_${which}(${by}, CASE WHEN ${time} IS NOT NULL THEN ROW(${time}, ${events.ordinal}) END)`;
  return { aggregate, type: by.type === 'timestamp' ? 'number' : by.type };
}

/** Different values as a list, the most frequent first, equally frequent ones by value. */
function byFrequency(text: SqlValue, scope: AggregateScope, count?: number): CompiledAggregate {
  const column = scope.columnFor(text, 'value');
  const slice = count === undefined ? '' : `[:${count}]`;
  return {
    aggregate: sql`histogram(${column})`,
    type: 'json',
    finish: (counts) =>
      value(
        'json',
        sql`CAST(to_json(list_transform(list_sort(list_transform(map_entries(${counts}), lambda e: {c: -CAST(e.value AS BIGINT), k: e.key})), lambda e: e.k)${slice}) AS VARCHAR)`,
      ),
  };
}
