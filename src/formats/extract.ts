import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source, Span } from '../text/source.ts';
import { cdkPieces } from './extract/cdk-pieces.ts';
import { jsonPieces } from './extract/json-pieces.ts';
import type { Piece } from './extract/piece.ts';
import { textPieces } from './extract/text-pieces.ts';
import { closestFieldSet, findField } from './field-sets.ts';
import type { LogFormat } from './format.ts';
import { printFormat } from './print.ts';
import { readFormat, type ReadFormatOptions } from './read.ts';
import { scanFormat } from './scan.ts';

/** A log format found in a text. */
export interface ExtractedFormat {
  /** What people call it: a resource, a construct, a flow log, a variable; `line 12` where nothing has a name. */
  readonly name: string;
  /** Other names of it. */
  readonly aliases: readonly string[];
  readonly span: Span;
  /** Absent where a diagnostic is an error. */
  readonly format?: LogFormat;
  /** Their spans are in the source. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The formats of a text: a format string or header line alone, a Terraform, CloudFormation, CDK or nginx source, or
 * the JSON of `aws ec2 describe-flow-logs`. Two flow logs with one format are one.
 */
export function extractFormats(source: Source, options: ReadFormatOptions = {}): readonly ExtractedFormat[] {
  const { text } = source;
  const json = jsonPieces(text);
  if (!json && isPlain(text))
    return [extracted({ text, span: { start: 0, end: text.length }, names: [source.name] }, source, options)];
  const pieces = json ?? [...cdkPieces(text), ...textPieces(text)];
  const found = pieces.filter(isFormat).sort((left, right) => left.span.start - right.span.start);
  return distinct(found.map((piece) => extracted(piece, source, options)));
}

/** A field reference at the beginning, or a line of known names: no other source begins so. */
function isPlain(text: string): boolean {
  if (/^\s*["'[<(]?\s*\\?\$/.test(text)) return true;
  if (text.includes('$') && !/^#/.test(text)) return false;
  return readFormat(text).format !== undefined;
}

/** Two known fields make a format, one does where the source says so. */
function isFormat({ text, isDeclared = false }: Piece): boolean {
  const names = scanFormat(text, { isWholeName: () => false }).fields.map(({ name }) => name);
  const set = closestFieldSet(names);
  if (!set) return false;
  const known = names.filter((name) => findField(set, name)).length;
  return isDeclared || (known >= 2 && known * 2 >= names.length);
}

function extracted(piece: Piece, source: Source, options: ReadFormatOptions): ExtractedFormat {
  const { format, diagnostics } = readFormat(piece.text, options);
  const { start, end } = piece.span;
  const isVerbatim = source.text.slice(start, end) === piece.text;
  const place = (span: Span) => (isVerbatim ? { start: start + span.start, end: start + span.end } : piece.span);
  const [name = `line ${source.text.slice(0, start).split('\n').length}`, ...aliases] = piece.names;
  return {
    name,
    aliases,
    span: piece.span,
    ...(format && { format }),
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, span: place(diagnostic.span) })),
  };
}

/** One entry per format; equal names get the line behind them. */
function distinct(found: readonly ExtractedFormat[]): readonly ExtractedFormat[] {
  const byText = new Map<string, ExtractedFormat>();
  for (const entry of found) {
    const key = entry.format ? printFormat(entry.format) : `at ${entry.span.start}`;
    const same = byText.get(key);
    byText.set(key, same ? { ...same, aliases: [...same.aliases, entry.name, ...entry.aliases] } : entry);
  }
  const entries = [...byText.values()];
  return entries.map((entry, index) => {
    const earlier = entries.slice(0, index).filter(({ name }) => name === entry.name).length;
    return earlier === 0 ? entry : { ...entry, name: `${entry.name}-${earlier + 1}` };
  });
}
