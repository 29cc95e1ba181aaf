import type { FieldDefinition } from '../formats/format.ts';
import type { ValueType } from '../functions/definition.ts';
import type { Command } from '../language/command-nodes.ts';
import type { Span } from '../text/source.ts';

/** Where a field of a scope comes from. */
export type FieldOrigin =
  | 'system' // @timestamp, @message …
  | 'discovered' // found by the service (or the engine) in the event
  | 'parsed' // made by parse, json
  | 'computed' // made by fields, display, lookup … with an alias
  | 'group' // a `by` entry of stats
  | 'aggregate'; // a result of stats

/** A field that exists at some place of the pipeline. */
export interface ScopeField {
  readonly name: string;
  readonly type: ValueType;
  readonly origin: FieldOrigin;
  /** The log format's field behind the value, where it passed through unchanged. */
  readonly definition?: FieldDefinition;
  /** Where the query makes it. */
  readonly madeAt?: Span;
}

/** The fields that exist between two commands. */
export interface Scope {
  readonly fields: ReadonlyMap<string, ScopeField>;
  /** Names not listed may exist too: JSON keys, formats we do not know. After `stats` nothing else exists. */
  readonly isOpen: boolean;
}

/** One command with the fields before and after it, and the columns a query would show if it ended here. */
export interface Stage {
  readonly command: Command;
  readonly input: Scope;
  readonly output: Scope;
  readonly columns: readonly OutputColumn[];
}

export interface OutputColumn {
  readonly name: string;
  readonly type: ValueType;
  readonly definition?: FieldDefinition;
  readonly hidden?: boolean;
}

export interface Analysis {
  readonly stages: readonly Stage[];
  /** The columns of the answer, in order, `@ptr` (hidden) last where rows are not aggregated. */
  readonly columns: readonly OutputColumn[];
  /** Rows are groups, not events. */
  readonly isAggregated: boolean;
}
