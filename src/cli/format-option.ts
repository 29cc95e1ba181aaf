import type { LogFormat } from '../formats/format.ts';
import { readFormat } from '../formats/read.ts';
import { QueryError } from '../text/query-error.ts';
import type { Source } from '../text/source.ts';
import type { Context } from './context.ts';

/** The log format that a `--format` value names: a format string, a catalogue name, or `@FILE` that holds one. */
export async function readFormatOption(value: string, context: Context): Promise<LogFormat> {
  const source: Source = value.startsWith('@')
    ? await context.readSource(value.slice(1))
    : { name: '--format', text: value };
  const { format, diagnostics } = readFormat(source.text);
  if (!format) throw new QueryError(source, diagnostics);
  return format;
}
