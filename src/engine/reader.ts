import type { DuckDBConnection } from '@duckdb/node-api';
import type { LogFormat } from '../formats/format.ts';
import type { TimeRange } from '../results/time-range.ts';
import type { EventColumns, EventShape } from '../sql/event-shape.ts';
import type { SplitReading } from '../sql/split-reading.ts';
import type { PeekedFile } from './input/peek.ts';

/** A kind of file: how it is recognised, and the SQL that makes events of it. */
export interface Reader {
  /** The word for `--input-format`. */
  readonly name: string;
  /** What such files are, for a person: `JSON lines`. */
  readonly title: string;
  /** The beginning of a file looks like this kind. Asked in the order of the registry. */
  readonly recognises: (file: PeekedFile) => boolean;
  /** What files must share to be read by one relation, besides the kind; absent: nothing. */
  readonly groupOf?: (file: PeekedFile) => string;
  readonly open: (files: readonly PeekedFile[], context: ReaderContext) => Promise<EventPart>;
}

/** What the engine lends to a reader. */
export interface ReaderContext {
  readonly connection: DuckDBConnection;
  /** Removed when the engine closes. */
  readonly temporaryFolder: string;
  /** The format that the person gave. */
  readonly format?: LogFormat;
  /** Lets a reader leave out files that cannot hold events of the range. The query filters the events itself. */
  readonly range?: TimeRange;
  /** The query failed on what the reader gave: take the slower way, which refuses nothing. */
  readonly isSecondTry?: boolean;
  readonly signal?: AbortSignal;
}

/** Some files of a source, all of one kind. */
export interface EventPart {
  /** A SELECT whose columns `columns` speaks of. */
  readonly select: string;
  /** See `EventSource.condition`. */
  readonly condition?: string;
  readonly columns: EventColumns;
  readonly shape: EventShape;
  /** See `EventSource.split`. */
  readonly split?: SplitReading;
  readonly notices?: readonly string[];
  readonly warnings?: () => readonly string[];
}
