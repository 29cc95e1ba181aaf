import type { QueryResult } from '../../results/result.ts';
import type { TimeRange } from '../../results/time-range.ts';

/** A query as StartQuery brings it. */
export interface QuestionAsked {
  readonly text: string;
  /** Names of groups that exist; left out where the query names them itself. */
  readonly groups: readonly string[] | undefined;
  readonly range: TimeRange;
  readonly limit: number | undefined;
}

/** A query that can run. */
export interface PreparedQuery {
  readonly groups: readonly string[];
  readonly range: TimeRange;
  readonly execute: (signal: AbortSignal) => Promise<QueryResult>;
}

/** Turns texts into answers. */
export interface QueryEngine {
  /** Throws a `ServiceFault` where the query cannot run. */
  readonly prepare: (question: QuestionAsked) => Promise<PreparedQuery>;
}
