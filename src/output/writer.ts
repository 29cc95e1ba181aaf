import type { QueryResult } from '../results/result.ts';

/** What a writer may know about the place its text goes to. */
export interface WriterOptions {
  /** Columns of the terminal; a text that goes elsewhere is as wide as it needs to be. */
  readonly width: number;
  readonly isTerminal: boolean;
  /** Escape sequences for colour and weight are welcome. */
  readonly color?: boolean;
  /** Columns marked hidden (`@ptr`) are written too. */
  readonly showHidden?: boolean;
}

/** Turns an answer into text. Writing the text anywhere is not its business. */
export interface Writer {
  /** As in `--output csv`. */
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  /** Pieces of text that make the whole when joined; reads the rows once, in their order. */
  readonly write: (result: Pick<QueryResult, 'columns' | 'rows'>, options: WriterOptions) => AsyncIterable<string>;
}
