import type { Span } from './source.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A finding about a text: where, what, and what would be right. */
export interface Diagnostic {
  /** Stable and searchable: `unclosed-string`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence that quotes the offending text. */
  readonly message: string;
  readonly span: Span;
  /** An instruction that leads to a right text. */
  readonly help?: string;
  /** A change of the text that mends the finding and is safe to make. */
  readonly fix?: Fix;
}

/** Replacements that are made together; their spans do not overlap. */
export interface Fix {
  readonly description: string;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly span: Span;
  readonly text: string;
}
