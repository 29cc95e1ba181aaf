/** What the text of a cell means; only writers act on it. */
export type CellType = 'string' | 'number' | 'boolean' | 'timestamp' | 'list' | 'map';

/** A column of an answer. Known before the first row. */
export interface Column {
  readonly name: string;
  readonly type: CellType;
  /** Not shown to people unless asked for (`@ptr`). */
  readonly hidden?: boolean;
  /** The name of a coded value (`6` is `TCP`), for tables only. */
  readonly label?: (cell: string) => string | undefined;
}

/** The text the service would send, or `undefined` where the row lacks the field. */
export type Cell = string | undefined;

/** One cell per column, in column order. */
export type Row = readonly Cell[];

/** Counts as the service reports them. */
export interface QueryStatistics {
  /** Events that passed the filters before aggregation and limit. */
  readonly recordsMatched: number;
  readonly recordsScanned: number;
  /** Bytes of the scanned events (an estimate where the engine cannot know). */
  readonly bytesScanned: number;
  /** Rows of the answer, all pages together. */
  readonly rows: number;
  readonly elapsedMilliseconds: number;
  /** Why rows may be missing or values approximate; a sentence each, empty when the answer is whole. */
  readonly warnings: readonly string[];
}

/** The answer of an engine. Writers, tests and people cannot tell which engine gave it. */
export interface QueryResult {
  readonly columns: readonly Column[];
  /** Batches of rows in the order of the query; to be read once. Leaving the loop early frees the engine. */
  readonly rows: AsyncIterable<readonly Row[]>;
  /** Settles when the rows are read to their end; rejects as the rows do. */
  readonly statistics: Promise<QueryStatistics>;
}
