import type { EventColumns, EventShape } from '../sql/event-shape.ts';

/** What a reader gives the engine: where the events are, as SQL, and what they look like. */
export interface EventSource {
  /** SQL item for FROM; its rows are the events, in reading order, blank lines and header lines left out. */
  readonly relation: string;
  readonly columns: EventColumns;
  readonly shape: EventShape;
  /** Bytes of the events' text, where known without reading them. */
  readonly bytes?: number;
  /** What was read, for a person: `2 files, plain text`. */
  readonly label: string;
  /** Sentences for stderr known before the query runs: the kind found, the format inferred. */
  readonly notices?: readonly string[];
  /** Sentences known when everything is read (lines cut, bytes replaced); they become warnings of the answer. */
  readonly warnings?: () => readonly string[];
}
