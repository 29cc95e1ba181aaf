import type { LogFormat } from '../formats/format.ts';
import { readFormat, type ReadFormatOptions } from '../formats/read.ts';
import { QueryError } from '../text/query-error.ts';
import { renderDiagnostic } from '../text/render.ts';
import type { Source } from '../text/source.ts';
import type { Context } from './context.ts';

/** The format of a `--format` value: a format string, a header line or a catalogue name. */
export async function readFormatOption(
  value: string,
  context: Pick<Context, 'readSource' | 'stderr'>,
  options: ReadFormatOptions = {},
): Promise<LogFormat> {
  return readOrThrow({ name: '--format', text: value }, context, options);
}

function readOrThrow(source: Source, context: Pick<Context, 'stderr'>, options: ReadFormatOptions): LogFormat {
  const { format, diagnostics } = readFormat(source.text, options);
  if (!format) throw new QueryError(source, diagnostics);
  for (const diagnostic of diagnostics) context.stderr(`${renderDiagnostic(source, diagnostic)}\n`);
  return format;
}
