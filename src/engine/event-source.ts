import type { EventColumns, EventShape } from '../sql/event-shape.ts';
import type { SplitReading } from '../sql/split-reading.ts';

/** What a reader gives the engine: where the events are, as SQL, and what they look like. */
export interface EventSource {
  /** SQL item for FROM; its rows are the events, in reading order. */
  readonly relation: string;
  /**
   * SQL condition over the relation that is true for the rows which are events: no blank line, no header line. Kept
   * apart from the relation so that the records scanned are counted in the same pass.
   */
  readonly condition?: string;
  readonly columns: EventColumns;
  readonly shape: EventShape;
  /** How many events there are, where that is known without reading them. */
  readonly count?: number;
  /** The same events, split while they are read; for sources whose only column is the message. */
  readonly split?: SplitReading;
  /** Bytes of the events' text, where known without reading them. */
  readonly bytes?: number;
  /** What was read, for a person: `2 files, plain text`. */
  readonly label: string;
  /** Sentences for stderr known before the query runs: the kind found, the format inferred. */
  readonly notices?: readonly string[];
  /** Sentences known when everything is read (lines cut, bytes replaced); they become warnings of the answer. */
  readonly warnings?: () => readonly string[];
  /**
   * Reads packed files beside the query, which does not compare their checksums, and answers a sentence for each that
   * is damaged.
   */
  readonly findDamage?: (signal?: AbortSignal) => Promise<readonly string[]>;
  /** Bytes on disk, for progress: DuckDB tells how much of them it has read. */
  readonly size?: number;
  /**
   * The same events once more, after the query failed on `relation`: through the slower reader, which takes mixed line
   * ends, bytes that are not UTF-8, damaged archives. `undefined`: the failure is not about reading. The engine calls
   * it only while no row has been handed out, and compiles and runs again.
   */
  readonly retry?: (error: unknown) => Promise<EventSource | undefined>;
}
