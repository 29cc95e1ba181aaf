import type { Call, DurationLiteral, Expression } from '../language/ast.ts';
import { toNumber, toText, toTimestamp } from './coerce.ts';
import { fillRow } from './call.ts';
import { compileCondition, compileExpression, type ExpressionScope } from './expression.ts';
import { ipv4Block } from './ipv4-block.ts';
import { invalid } from './refusal.ts';
import { ceilTime, floorTime } from './time.ts';
import { join, literal, missing, sql, sqlString, value, type SqlType, type SqlValue } from './value.ts';

type Compile = (call: Call, scope: ExpressionScope) => SqlValue;

/** Functions whose SQL depends on more than the values of their arguments: their types, a duration, the clock. */
export const specialFunctions: Readonly<Record<string, Compile>> = {
  bin: (call, scope) => {
    const [first, second] = call.args;
    // `bin(@timestamp, 1h)` is datefloor in other words.
    if (second) return floorTime(instant(first!, scope), duration(second), scope.bind);
    return floorTime(eventTime(call, scope), duration(first!), scope.bind);
  },
  datefloor: ({ args }, scope) => floorTime(instant(args[0]!, scope), duration(args[1]!), scope.bind),
  dateceil: ({ args }, scope) => ceilTime(instant(args[0]!, scope), duration(args[1]!), scope.bind),
  now: (_, { clock }) => literal(Math.floor(clock.now / 1000)),
  queryStartTime: (call, { clock }) => bound(call, clock.start),
  queryEndTime: (call, { clock }) => bound(call, clock.end),
  queryTimeRange: (call, { clock }) =>
    bound(call, clock.start === undefined || clock.end === undefined ? undefined : clock.end - clock.start),
  if: ({ args }, scope) => choose([[args[0]!, args[1]!]], args[2], scope),
  case: ({ args }, scope) => {
    const pairs: [Expression, Expression][] = [];
    for (let index = 0; index + 1 < args.length; index += 2) pairs.push([args[index]!, args[index + 1]!]);
    return choose(pairs, args.length % 2 === 1 ? args.at(-1) : undefined, scope);
  },
  coalesce: ({ args }, scope) => {
    const values = alike(args.map((argument) => scope.bind(compileExpression(argument, scope), 'value')));
    return value(values[0]!.type, sql`coalesce(${join(values, ', ')})`);
  },
  jsonParse: ({ args }, scope) => {
    const text = scope.bind(toText(scope.bind(compileExpression(args[0]!, scope), 'value')), 'value');
    const document = scope.bind(value('json', sql`cw_document(${text})`), 'document');
    return value('json', sql`CASE WHEN json_type(${document}) IN ('OBJECT', 'ARRAY') THEN ${document} END`);
  },
  jsonStringify: ({ args }, scope) => {
    const given = scope.bind(compileExpression(args[0]!, scope), 'value');
    if (given.type === 'json') return value('text', sql`CAST(json(${given}) AS VARCHAR)`);
    if (given.type === 'text') return value('text', sql`CAST(to_json(${given}) AS VARCHAR)`);
    return toText(given);
  },
  isIpv4InSubnet: (call, scope) => inSubnet(call, scope),
  isIpInSubnet: (call, scope) => inSubnet(call, scope),
  unmask: ({ args }, scope) => compileExpression(args[0]!, scope),
};

/** The addresses of a known IPv4 block are a pattern; most others differ at their beginning, which costs less to see. */
function inSubnet(call: Call, scope: ExpressionScope): SqlValue {
  const [address, subnet] = call.args;
  const block = subnet?.kind === 'StringLiteral' ? ipv4Block(subnet.value) : undefined;
  if (!block) return fillRow(call, scope);
  const text = scope.bind(toText(scope.bind(compileExpression(address!, scope), 'address')), 'address');
  const begins = sql`starts_with(${text}, ${sqlString(block.prefix)})`;
  // With its ends written out DuckDB matches a tenth faster than with regexp_full_match.
  const matches = sql`regexp_matches(${text}, ${sqlString(String.raw`^(?:${block.pattern})\z`)})`;
  const condition = sql`(${begins} AND ${matches})`;
  return value('boolean', sql`CASE WHEN ${begins} THEN ${matches} ELSE FALSE END`, { condition });
}

/** The period of a call; a number is none. */
export function duration(argument: Expression): DurationLiteral {
  if (argument.kind === 'DurationLiteral') return argument;
  throw invalid(argument.span, 'expected-duration', 'A period such as 5m or 1h belongs here.');
}

function instant(argument: Expression, scope: ExpressionScope): SqlValue {
  return scope.bind(toTimestamp(scope.bind(compileExpression(argument, scope), 'time')), 'time');
}

function eventTime({ span }: Call, scope: ExpressionScope): SqlValue {
  return scope.field({ kind: 'Field', name: '@timestamp', segments: [{ text: '@timestamp' }], span });
}

function bound(call: Call, moment: number | undefined): SqlValue {
  if (moment !== undefined) return literal(moment);
  throw invalid(
    call.span,
    'no-time-range',
    `"${call.name.text}" needs a time range.`,
    'Give one with --since, or with --start and --end.',
  );
}

function choose(
  pairs: readonly (readonly [Expression, Expression])[],
  otherwise: Expression | undefined,
  scope: ExpressionScope,
): SqlValue {
  const conditions = pairs.map(([condition]) => compileCondition(condition, scope, true));
  const written = [...pairs.map(([, result]) => result), ...(otherwise ? [otherwise] : [])];
  const results = alike(written.map((result) => scope.bind(compileExpression(result, scope), 'result')));
  const whens = conditions.map((condition, index) => sql`WHEN ${condition} THEN ${results[index]!}`);
  const last = otherwise ? sql`ELSE ${results.at(-1)!}` : sql``;
  return value(results[0]!.type, sql`CASE ${join(whens, ' ')} ${last} END`);
}

/** Values of one column: all of one type, or all as text. */
export function alike(values: readonly SqlValue[]): SqlValue[] {
  const known = values.filter(({ sql: text }) => !text.startsWith('CAST(NULL'));
  const types = new Set<SqlType>(known.map(({ type }) => type));
  if (types.size === 0) return [...values];
  if (types.size === 1) {
    const [type] = types;
    return values.map((each) => (each.type === type ? each : missing(type)));
  }
  // Truth values beside numbers are 1 and 0.
  if ([...types].every((type) => type === 'number' || type === 'boolean')) return values.map((each) => toNumber(each));
  return values.map((each) => (each.type === 'json' ? { ...each, type: 'text' } : toText(each)));
}
