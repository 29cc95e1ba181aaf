import type { Analysis, OutputColumn } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import type { Query, Subquery } from '../language/ast.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { compileCommand } from './commands.ts';
import { readEvents, type EventInput } from './events.ts';
import type { Clock } from './expression.ts';
import { endMatching, lookUp, type Flow, type InnerRows, type Outside } from './flow.ts';
import { orderBy } from './order.ts';
import { needsOrdinal } from './ordinal.ts';
import { createPipeline, type OrderKey, type Pipeline } from './pipeline.ts';
import { invalid, notSupported, Refusal } from './refusal.ts';
import { missing, sql, type SqlType, type SqlValue } from './value.ts';

/** Rows the service answers where a query has no `limit`, and the most it answers at all. */
const defaultLimit = 10_000;
const highestLimit = 100_000;

export interface CompileOptions {
  readonly input: EventInput;
  readonly clock: Clock;
  /** Epoch milliseconds, both inclusive. */
  readonly range?: { readonly start: number; readonly end: number };
  /** At most so many rows, whatever the query says. */
  readonly limit?: number;
  readonly outside?: Outside;
}

/** A query ready to run. */
export interface Plan {
  readonly sql: string;
  readonly columns: readonly PlanColumn[];
  /** Rows after the limit are cut off; the SQL asks for one more, to know. */
  readonly limit: number;
  readonly counting: Counting;
  readonly warnings: readonly string[];
}

export interface PlanColumn extends OutputColumn {
  /** How the cell comes out of the engine. */
  readonly sqlType: SqlType;
}

/** How the records scanned and matched are learned. */
export interface Counting {
  /** One row: records scanned, records matched. Reads the events once more. */
  readonly sql: string;
  /** Conditions in the plan that decide what an event is, before any of the query's own. */
  readonly eventFilters: number;
  /** The query's conditions on events, a pre-filter among them. */
  readonly queryFilters: number;
  /** No condition may wander to another stage: it would be counted in the wrong place. */
  readonly keepsFilters: boolean;
}

export type Compilation = { readonly plan: Plan } | { readonly diagnostics: readonly Diagnostic[] };

/** A query as SQL over a source of events, or why it cannot be. */
export function compile(query: Query, analysis: Analysis, options: CompileOptions): Compilation {
  try {
    return { plan: compilePlan(query, analysis, options) };
  } catch (error) {
    if (error instanceof Refusal) return { diagnostics: [error.diagnostic] };
    throw error;
  }
}

function compilePlan(query: Query, analysis: Analysis, options: CompileOptions): Plan {
  const { flow, scannedAt, eventFilters } = begin(query, 's', options);
  const { pipeline } = flow;
  applyCommands(query, flow);
  const values = analysis.columns.map((column) => valueOf(column, flow));
  const cells = values.map((value, index) => pipeline.columnFor(value, `cell${index}`));
  endMatching(flow);
  const limited = query.commands.some((command) => command.kind === 'LimitCommand');
  const limit = Math.min(options.limit ?? (limited ? highestLimit : defaultLimit), limited ? highestLimit : Infinity);
  const stages = pipeline.render().join(',\n');
  const select = cells.map(({ sql: cell }, index) => `${cell} AS c${index}`).join(', ');
  const tail = `${orderBy(flow.order)} LIMIT ${limit + 1}`;
  return {
    sql: `WITH ${stages}\nSELECT ${select} FROM ${pipeline.last()} ${tail}`,
    columns: analysis.columns.map((column, index) => ({ ...column, sqlType: values[index]!.type })),
    limit,
    counting: {
      sql: `WITH ${stages}\nSELECT (SELECT count(*) FROM ${scannedAt}), (SELECT count(*) FROM ${flow.matchedAt!})`,
      eventFilters,
      queryFilters: flow.filters + (pipeline.hasPrefilter() ? 1 : 0),
      // Columns with a time range are another matter: there the scan itself leaves out what is out of range.
      keepsFilters: options.input.shape.kind === 'lines' || !options.range,
    },
    warnings: flow.warnings,
  };
}

function applyCommands(query: Query, flow: Flow): void {
  for (const command of query.commands) {
    if (!compileCommand(command, flow)) {
      throw notSupported(command.span, `The command "${commandWord(command.kind)}"`);
    }
  }
}

function begin(query: Query, prefix: string, options: CompileOptions) {
  const { input, range, clock, outside = {} } = options;
  const pipeline = createPipeline(prefix);
  const events = readEvents(pipeline, input, needsOrdinal(query));
  let eventFilters = input.condition === undefined ? 0 : 1;
  if (range) {
    const time = events.timestamp();
    if (!time) throw timeless(query);
    pipeline.stage({ where: sql`${time} BETWEEN ${range.start} AND ${range.end}`.sql });
    eventFilters++;
  }
  const scannedAt = pipeline.openPrefilter();
  let inners = 0;
  const flow: Flow = {
    pipeline,
    fields: new Map(),
    events,
    order: events.ordinal ? defaultOrder(events.timestamp(), events.ordinal) : [],
    ties: events.ordinal ? [{ sql: events.ordinal.sql, direction: 'asc' }] : [],
    isSorted: false,
    filters: 0,
    matchedAt: undefined,
    pointer: events.ordinal,
    clock: range ? { ...clock, start: range.start, end: range.end } : clock,
    outside,
    query,
    inner: (node) => compileInner(node, `${prefix}q${++inners}_`, pipeline, options),
    inside: () => true,
    groupKeys: [],
    bin: undefined,
    warnings: [],
  };
  return { flow, scannedAt, eventFilters };
}

function compileInner(node: Subquery, prefix: string, outer: Pipeline, options: CompileOptions): InnerRows {
  const input = options.outside?.events?.(node);
  if (!input) {
    throw invalid(
      node.span,
      'no-local-events',
      'The events of this subquery are not at hand.',
      'Name its files: --source GROUP=PATH. With --local it can ask every log group that was imported.',
    );
  }
  const { flow } = begin(node.query, prefix, { ...options, input });
  applyCommands(node.query, flow);
  const { format } = input.shape;
  const { columns } = analyze(node.query, format ? { format } : {});
  return {
    flow,
    columns: columns
      .filter(({ hidden }) => !hidden)
      .map((column) => ({ name: column.name, value: valueOf(column, flow) })),
    finish: () => {
      flow.pipeline.stage();
      outer.include(flow.pipeline.render());
      return flow.pipeline.last();
    },
  };
}

/** Newest first; events of one time as they were read. */
function defaultOrder(timestamp: SqlValue | undefined, ordinal: SqlValue): OrderKey[] {
  const read: OrderKey = { sql: ordinal.sql, direction: 'asc' };
  return timestamp ? [{ sql: timestamp.sql, direction: 'desc' }, read] : [read];
}

function valueOf({ name }: OutputColumn, flow: Flow): SqlValue {
  if (name === '@ptr' && !flow.fields.has('@ptr')) {
    return flow.pointer
      ? { type: 'text', ...sql`to_base64(encode('event ' || CAST(${flow.pointer} AS VARCHAR)))` }
      : missing();
  }
  const made = flow.fields.get(name);
  if (made) return made;
  // The columns of a query that names none: a source without times shows the messages alone.
  if (name === '@timestamp') return flow.events?.timestamp() ?? missing('timestamp');
  if (!flow.events) return missing();
  return lookUp(flow, { kind: 'Field', name, segments: [{ text: name }], span: { start: 0, end: 0 } });
}

function timeless(query: Query): Refusal {
  return invalid(
    query.span,
    'no-event-time',
    'These events have no time, so a time range cannot choose among them.',
    'Leave the range out, or give a format with a "start" field.',
  );
}

/** `JoinCommand` as people write it: `join`. */
function commandWord(kind: string): string {
  const word = kind.replace(/Command$/, '');
  return word.charAt(0).toLowerCase() + word.slice(1);
}

/** `compile` with the analysis that the source's shape calls for. */
export function compileQuery(query: Query, options: CompileOptions): Compilation {
  const { format } = options.input.shape;
  return compile(query, analyze(query, format ? { format } : {}), options);
}
