import type { Diagnostic } from './diagnostic.ts';
import type { Source } from './source.ts';

/** A text that cannot be used: carries the findings and the text they point into. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];

  constructor(source: Source, diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join('\n'), options);
    this.source = source;
    this.diagnostics = diagnostics;
  }
}
