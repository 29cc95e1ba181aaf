import type { OutputColumn } from '../analysis/analysis.ts';
import type { EventInput } from './events.ts';
import type { Clock } from './expression.ts';
import type { Outside } from './flow.ts';
import type { NumberCheck } from './split-reading.ts';
import type { SqlType } from './value.ts';

export interface CompileOptions {
  readonly input: EventInput;
  readonly clock: Clock;
  /** Epoch milliseconds, both inclusive. */
  readonly range?: { readonly start: number; readonly end: number };
  /** At most so many rows, whatever the query says. */
  readonly limit?: number;
  readonly outside?: Outside;
  /** Whether the columns that are hidden unless asked for are made; they are if absent. `@ptr` costs parallel reading. */
  readonly hidden?: boolean;
}

/** A query ready to run. */
export interface Plan {
  readonly sql: string;
  readonly columns: readonly PlanColumn[];
  /** Rows after the limit are cut off; the SQL asks for one more, to know. */
  readonly limit: number;
  readonly counting: Counting;
  readonly warnings: readonly string[];
  /**
   * Lines are split while they are read, which fails on some: they must be read in the other way then. `exact` takes
   * records alone, `ragged` lines with fewer parts too.
   */
  readonly split: 'exact' | 'ragged' | undefined;
  /** The answer holds where this is true. */
  readonly check: NumberCheck | undefined;
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
  /**
   * Records scanned, where that is known: all conditions are on events then, and wherever they wander below the first
   * grouping, what comes out of the last one is what matched.
   */
  readonly scanned?: number;
}
