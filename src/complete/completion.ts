import type { Span } from '../text/source.ts';

export type CompletionKind = 'command' | 'field' | 'function' | 'keyword' | 'value' | 'duration';

/** Something that could stand at the cursor. */
export interface Completion {
  /** What a list shows, and what the typed text is the beginning of. */
  readonly label: string;
  readonly kind: CompletionKind;
  /** The text to insert, quoted for its place. */
  readonly insert: string;
  /** The part of the query that the text replaces; empty where nothing was typed yet. */
  readonly span: Span;
  /** One line: a signature, a type, a way of writing. */
  readonly detail?: string;
  /** A sentence or two about it. */
  readonly documentation?: string;
}

/** A completion whose place is not known yet. */
export type Candidate = Omit<Completion, 'span'>;
