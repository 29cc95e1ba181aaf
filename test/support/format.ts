import type { LogFormat } from '../../src/formats/format.ts';
import { readFormat } from '../../src/formats/read.ts';

/** The format of a format string or catalogue name that a test knows to be right. */
export function formatOf(text: string): LogFormat {
  const { format, diagnostics } = readFormat(text);
  if (!format) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return format;
}
