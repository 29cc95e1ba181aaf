import type { Field, In } from '../language/ast.ts';
import type { Span } from '../text/source.ts';
import type { Events } from './events.ts';
import type { Clock, ExpressionScope } from './expression.ts';
import { jsonAt, pointer } from './json.ts';
import type { OrderKey, Pipeline } from './pipeline.ts';
import { invalid } from './refusal.ts';
import type { Fragment, SqlValue } from './value.ts';

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
  /** Where the rows of a subquery or of a lookup table are. */
  readonly outside: Outside;
  readonly warnings: string[];
}

/** Data beside the events: resolved before compiling, by name. */
export interface Outside {
  /** SQL item for a lookup table and its column names, or why there is none. */
  readonly table?: (name: string) => LookupTable | undefined;
  readonly subquery?: (node: In, flow: Flow) => Fragment;
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
  const { subquery } = flow.outside;
  return {
    field: (field) => lookUp(flow, field),
    bind: flow.pipeline.bind,
    clock: flow.clock,
    ...(subquery ? { subquery: (node: In) => subquery(node, flow) } : {}),
  };
}

/** From here on rows are no longer the events one by one: what was matched so far is what the statistics tell. */
export function endMatching(flow: Flow): void {
  flow.pipeline.closePrefilter();
  flow.matchedAt ??= flow.pipeline.stage();
}

function pathIntoMap(flow: Flow, field: Field): SqlValue | undefined {
  for (let length = field.segments.length - 1; length > 0; length--) {
    const name = field.segments
      .slice(0, length)
      .map(({ text }) => text)
      .join('.');
    const map = flow.fields.get(name);
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
