import type { Field, In, Query, Subquery } from '../language/ast.ts';
import type { Span } from '../text/source.ts';
import type { EventInput, Events } from './events.ts';
import { toText } from './coerce.ts';
import { compileExpression, type Clock, type ExpressionScope } from './expression.ts';
import { jsonAt, pointer } from './json.ts';
import type { OrderKey, Pipeline } from './pipeline.ts';
import { invalid, notSupported } from './refusal.ts';
import { missing, sql, type Fragment, type SqlValue } from './value.ts';

/** The rows between two commands while a query is compiled: commands read it and change it. */
export interface Flow {
  readonly pipeline: Pipeline;
  /** Fields by name: those that commands made and those that were looked up. */
  fields: Map<string, SqlValue>;
  /** The events, until rows are no events any more. */
  events: Events | undefined;
  /** The order of the rows; hidden columns. */
  order: readonly OrderKey[];
  /** What decides between rows that a command sorts as equal, as long as no command has sorted. */
  ties: readonly OrderKey[];
  /** A command asked for the order. */
  isSorted: boolean;
  /** Conditions that were applied before the rows stopped being the events one by one. */
  filters: number;
  /** The stage whose rows are the records matched; set when rows stop being events. */
  matchedAt: string | undefined;
  /** The hidden pointer of raw rows. */
  pointer: SqlValue | undefined;
  readonly clock: Clock;
  readonly outside: Outside;
  /** The whole query that is compiled: a join asks it for the fields that later commands need. */
  readonly query: Query;
  /** Compiles a subquery; its stages are part of this pipeline then. */
  readonly inner: (node: Subquery) => InnerRows;
  /** Whether paths lead into a map of this name. */
  inside: (name: string) => boolean;
  /** Names of the keys of the last stats. */
  groupKeys: readonly string[];
  /** The time key of the last stats, where it grouped by periods of one length. */
  bin: { readonly name: string; readonly milliseconds: number } | undefined;
  readonly warnings: string[];
}

/** Data beside the events: found before compiling. */
export interface Outside {
  readonly table?: (name: string) => LookupTable | undefined;
  /** The events that a subquery asks. */
  readonly events?: (node: Subquery) => EventInput | undefined;
}

/** The rows of a compiled subquery. */
export interface InnerRows {
  readonly flow: Flow;
  /** What the subquery shows, hidden columns left out. */
  readonly columns: readonly { readonly name: string; readonly value: SqlValue }[];
  /** Ends it; answers the stage to read from. Columns asked for later are not there. */
  readonly finish: () => string;
}

export interface LookupTable {
  readonly relation: string;
  readonly columns: readonly string[];
}

/** The value of a field: made by a command, a path into a map, or found in the event. */
export function lookUp(flow: Flow, field: Field): SqlValue {
  const known = flow.fields.get(field.name);
  if (known) return known;
  const inside = pathIntoMap(flow, field);
  if (inside) return inside;
  if (!flow.events) throw unknownField(field, [...flow.fields.keys()]);
  const found = flow.events.field(field);
  flow.fields.set(field.name, found);
  return found;
}

/** How expressions are compiled in a flow. */
export function scopeOf(flow: Flow): ExpressionScope {
  return {
    field: (field) => lookUp(flow, field),
    bind: flow.pipeline.bind,
    clock: flow.clock,
    subquery: (node) => amongRows(node, flow),
  };
}

/** From here on rows are no longer the events one by one: what was matched so far is what the statistics tell. */
export function endMatching(flow: Flow): void {
  flow.pipeline.closePrefilter();
  flow.matchedAt ??= flow.pipeline.stage();
}

/** `f in (SOURCE … | fields g)`: the same text as one of the rows of the subquery. */
function amongRows(node: In, flow: Flow): Fragment {
  if (node.set.kind !== 'Subquery') throw notSupported(node.set.span, '"in" with this');
  const inner = flow.inner(node.set);
  const [first] = inner.columns;
  if (!first) throw invalid(node.set.span, 'empty-subquery', 'This subquery shows no field.', 'End it with fields.');
  const text = inner.flow.pipeline.columnFor(toText(inner.flow.pipeline.bind(first.value, 'value')), 'value');
  const subject = flow.pipeline.bind(
    toText(flow.pipeline.bind(compileExpression(node.value, scopeOf(flow)), 'value')),
    'value',
  );
  const rows = inner.finish();
  return sql`${subject} IN (SELECT ${text.sql} FROM ${rows} WHERE ${text.sql} IS NOT NULL)`;
}

function pathIntoMap(flow: Flow, field: Field): SqlValue | undefined {
  for (let length = field.segments.length - 1; length > 0; length--) {
    const name = field.segments
      .slice(0, length)
      .map(({ text }) => text)
      .join('.');
    const map = flow.fields.get(name);
    if (map && !flow.inside(name)) return missing();
    const json = map?.json ?? (map?.type === 'json' ? map : undefined);
    if (json) return jsonAt(json, pointer(field.segments.slice(length).map(({ text }) => text)), flow.pipeline.bind);
  }
  return undefined;
}

function unknownField({ name, span }: { readonly name: string; readonly span: Span }, known: readonly string[]): Error {
  return invalid(
    span,
    'field-not-available',
    `The field "${name}" does not exist after stats.`,
    `Only these exist there: ${known.join(', ')}.`,
  );
}
