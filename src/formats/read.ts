import { findFormat, formatNames, namedAs } from './catalogue.ts';
import { readFormatText, type ReadFormatOptions, type ReadFormatResult } from './read-text.ts';
import { nearest } from '../text/did-you-mean.ts';

export type { ReadFormatOptions, ReadFormatResult };

/**
 * Reads a format from a catalogue name, a format string in any spelling, or a header line. A format that the
 * catalogue has gets its name, however it was written.
 */
export function readFormat(text: string, options: ReadFormatOptions = {}): ReadFormatResult {
  const entry = findFormat(text.trim());
  if (entry) return { format: entry.format, diagnostics: [] };
  const result = readFormatText(text, options);
  if (!result.format) return { diagnostics: result.diagnostics.map((finding) => withNearName(finding, text)) };
  const format = namedAs(result.format);
  return { format, diagnostics: format.name === undefined ? result.diagnostics : [] };
}

/** A single word that is no field was meant as a name of the catalogue. */
function withNearName(finding: ReadFormatResult['diagnostics'][number], text: string) {
  if (finding.code !== 'unknown-format' || /[\s,]/.test(text.trim())) return finding;
  const near = nearest(text.trim(), formatNames);
  const message = `There is no format "${text.trim()}".${near === undefined ? '' : ` Did you mean "${near}"?`}`;
  return { ...finding, message };
}
