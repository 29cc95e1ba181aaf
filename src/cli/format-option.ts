import { extractFormats, type ExtractedFormat } from '../formats/extract.ts';
import type { LogFormat } from '../formats/format.ts';
import { readFormat, type ReadFormatOptions } from '../formats/read.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { QueryError } from '../text/query-error.ts';
import { renderDiagnostic } from '../text/render.ts';
import type { Source } from '../text/source.ts';
import type { Context } from './context.ts';
import { InputError } from './errors.ts';

type World = Pick<Context, 'readSource' | 'stderr'>;

export interface FormatOptionOptions extends ReadFormatOptions {
  /** What findings in the text call it; `--format` without it. */
  readonly sourceName?: string;
}

/**
 * The format of a `--format` value: a format string, a header line, a catalogue name, or `@file` and `@file#name` for
 * one that a file holds. Throws with the place of what is wrong; warnings go to stderr.
 */
export async function readFormatOption(
  value: string,
  context: World,
  { sourceName = '--format', ...options }: FormatOptionOptions = {},
): Promise<LogFormat> {
  if (value.startsWith('@')) return readFormatFile(value.slice(1), context, options);
  const source = { name: sourceName, text: value };
  return usable(source, readFormat(value, options), context);
}

async function readFormatFile(reference: string, context: World, options: ReadFormatOptions): Promise<LogFormat> {
  const hash = reference.indexOf('#');
  const path = hash === -1 ? reference : reference.slice(0, hash);
  const name = hash === -1 ? undefined : reference.slice(hash + 1);
  if (path === '') throw new InputError('After the "@" the path of a file is missing.');
  const source = await context.readSource(path);
  return usable(source, choose(extractFormats(source, options), { path, name }), context);
}

function choose(
  found: readonly ExtractedFormat[],
  { path, name }: { readonly path: string; readonly name: string | undefined },
): ExtractedFormat {
  if (found.length === 0) {
    throw new InputError(`"${path}" holds no log format: no text in it names two fields of a log that flowq knows.`);
  }
  if (name === undefined && found.length === 1) return found[0]!;
  const chosen = found.find((format) => format.name === name || format.aliases.includes(name ?? ''));
  if (chosen) return chosen;
  const names = found.map((format) => format.name);
  const list = names.map((each) => `@${path}#${each}`).join(', ');
  throw new InputError(
    name === undefined
      ? `"${path}" holds ${found.length} log formats; name one: ${list}.`
      : `"${path}" holds no log format "${name}".${didYouMean(name, names)} It has: ${list}.`,
  );
}

interface Readable {
  readonly format?: LogFormat;
  readonly diagnostics: readonly Diagnostic[];
}

function usable(source: Source, { format, diagnostics }: Readable, context: World): LogFormat {
  if (!format) throw new QueryError(source, diagnostics);
  for (const diagnostic of diagnostics) context.stderr(`${renderDiagnostic(source, diagnostic)}\n`);
  return format;
}
