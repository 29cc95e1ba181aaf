import type { Diagnostic } from '../text/diagnostic.ts';
import type { Span } from '../text/source.ts';

/** Thrown inside the compiler where SQL cannot say what the query means; becomes a diagnostic of `compile`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** Something CloudWatch Logs can do and the embedded engine cannot. */
export function notSupported(span: Span, what: string): Refusal {
  return new Refusal({
    code: 'not-supported-locally',
    severity: 'error',
    message: `${what} cannot be run by the embedded engine.`,
    span,
    help: 'CloudWatch Logs can run it: ask a log group instead of a file.',
  });
}

/** A query that no engine can run as it stands. */
export function invalid(span: Span, code: string, message: string, help?: string): Refusal {
  return new Refusal({ code, severity: 'error', message, span, ...(help === undefined ? {} : { help }) });
}
