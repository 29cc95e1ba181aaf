import { parse } from '../language/parse.ts';
import { print } from '../language/print.ts';
import { renderDiagnostic } from '../text/render.ts';
import type { Source } from '../text/source.ts';

/** A query in its canonical layout. */
export interface FormattedQuery {
  /** With a line end at its end; as it was where it cannot be read. */
  readonly text: string;
  /** False where it has a syntax error. */
  readonly isReadable: boolean;
  /** What is wrong with it, with code frames; empty where nothing is. */
  readonly report: string;
}

/** Findings that leave a tree whole: a stage that flowq does not know is printed back as it was written. */
const harmless: ReadonlySet<string> = new Set(['unknown-command', 'unknown-option']);

/** Formats a query, which keeps its meaning, its comments and its kind of line ends. */
export function formatQuery(source: Source): FormattedQuery {
  const { query, diagnostics } = parse(source);
  const isReadable = diagnostics.every(({ code }) => harmless.has(code));
  const report = diagnostics
    .map((diagnostic) => (isReadable ? { ...diagnostic, severity: 'warning' as const } : diagnostic))
    .map((diagnostic) => `${renderDiagnostic(source, diagnostic)}\n`)
    .join('');
  return { text: isReadable ? withLineEndsOf(source.text, `${print(query)}\n`) : source.text, isReadable, report };
}

/** A text from Windows keeps its line ends. */
function withLineEndsOf(original: string, text: string): string {
  const isWindows = /\r\n/.test(original) && !/(?<!\r)\n/.test(original);
  return isWindows ? text.replace(/\r?\n/g, '\r\n') : text;
}
