import { analyze } from '../analysis/analyze.ts';
import type { Query, Subquery } from '../language/ast.ts';
import { compileCommand } from './commands.ts';
import { readEvents, type Events } from './events.ts';
import { lookUp, type Flow, type InnerRows } from './flow.ts';
import { createPipeline, type OrderKey, type Pipeline } from './pipeline.ts';
import type { CompileOptions } from './plan.ts';
import { invalid, notSupported, type Refusal } from './refusal.ts';
import type { NumberPlaces, Splitting } from './split-reading.ts';
import { tieBreakOf, type TieBreak } from './tie-break.ts';
import { missing, sql, type SqlValue } from './value.ts';

/** How the events of a query are read, and what decides between rows that are equal otherwise. */
export interface Way {
  readonly isByParts: boolean;
  /** With `isByParts`: the parts that are read as numbers. */
  readonly numbers?: NumberPlaces;
  readonly tieBreak: TieBreak;
  /** With `record`: the parts of a record that the query looks at. */
  readonly tied?: { readonly splitting: Splitting; readonly places: readonly number[] };
}

/** The rows before the first command of a query. */
export interface Beginning {
  readonly flow: Flow;
  readonly events: Events;
  /** The stage whose rows are the records scanned. */
  readonly scannedAt: string;
  /** Conditions up to there. */
  readonly eventFilters: number;
}

export function begin(query: Query, prefix: string, options: CompileOptions, way: Way): Beginning {
  const { input, range, clock, outside = {} } = options;
  const pipeline = createPipeline(prefix, { prefilters: !way.isByParts });
  const events = readEvents(pipeline, input, { numbers: new Set(), ...way, isNumbered: way.tieBreak === 'reading' });
  let eventFilters = input.condition === undefined || way.isByParts ? 0 : 1;
  if (range) {
    const time = events.timestamp();
    if (!time) throw timeless(query);
    pipeline.stage({ where: sql`${time} BETWEEN ${range.start} AND ${range.end}`.sql });
    eventFilters++;
  }
  const scannedAt = pipeline.openPrefilter();
  const ties = tiesOf(events, way);
  let inners = 0;
  const makeOrder = (): readonly OrderKey[] => {
    if (way.tieBreak === 'none') return [];
    const depth = pipeline.depth();
    const keys = [...newestFirst(events.timestamp()), ...ties];
    // Whoever asks may mention the keys in the next layer.
    if (pipeline.depth() > depth) pipeline.stage();
    return keys;
  };
  let order: readonly OrderKey[] | undefined;
  const flow: Flow = {
    pipeline,
    fields: new Map(),
    events,
    // Made when it is asked for: behind a filter there are fewer times to read.
    get order() {
      order ??= makeOrder();
      return order;
    },
    set order(given) {
      order = given;
    },
    ties,
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
  return { flow, events, scannedAt, eventFilters };
}

export function applyCommands(query: Query, flow: Flow): void {
  for (const command of query.commands) {
    if (!compileCommand(command, flow)) {
      throw notSupported(command.span, `The command "${commandWord(command.kind)}"`);
    }
  }
}

/** The value of a column of the answer. */
export function valueOf(name: string, flow: Flow): SqlValue {
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
  const tieBreak = tieBreakOf(node.query, input, false) === 'none' ? 'none' : 'reading';
  const { flow } = begin(node.query, prefix, { ...options, input }, { isByParts: false, tieBreak });
  applyCommands(node.query, flow);
  const { format } = input.shape;
  const { columns } = analyze(node.query, format ? { format } : {});
  return {
    flow,
    columns: columns
      .filter(({ hidden }) => !hidden)
      .map((column) => ({ name: column.name, value: valueOf(column.name, flow) })),
    finish: () => {
      flow.pipeline.stage();
      outer.include(flow.pipeline.render());
      return flow.pipeline.last();
    },
  };
}

function newestFirst(timestamp: SqlValue | undefined): OrderKey[] {
  return timestamp ? [{ sql: timestamp.sql, direction: 'desc' }] : [];
}

/** Rows that are equal in all parts the query looks at are one and the same to it; where lines are at hand they decide. */
function tiesOf(events: Events, { isByParts, tieBreak, tied }: Way): OrderKey[] {
  const ascending = ({ sql: key }: { readonly sql: string }): OrderKey => ({ sql: key, direction: 'asc' });
  if (tieBreak === 'none') return [];
  if (tieBreak === 'reading') return [ascending(events.ordinal!)];
  const tokens = tied && events.split(events.message, tied.splitting.separator, tied.splitting.count);
  const parts = tied?.places.map((place) => ascending(tokens!.any(place))) ?? [];
  return isByParts ? parts : [...parts, ascending(events.message)];
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
