import { catalogue } from './catalogue.ts';
import { fitRecords, type FieldConfidence } from './fit.ts';
import type { LogFormat } from './format.ts';
import { headerFormat, isPreamble } from './header-line.ts';

/** A format that the lines may be in. */
export interface FormatCandidate {
  readonly format: LogFormat;
  /** 0 to 1: how well the lines fit, all fields together. */
  readonly score: number;
  readonly fields: readonly FieldConfidence[];
}

/** What lines tell of their format. */
export interface Inference {
  /** The format, where one fits better than all others. */
  readonly format?: LogFormat;
  /** Several fit equally well; the first `candidates` of equal standing are `ties`. */
  readonly isAmbiguous: boolean;
  /** The formats that fit equally well, when it is ambiguous. */
  readonly ties: readonly FormatCandidate[];
  /** Every format the lines can be in, the best first. */
  readonly candidates: readonly FormatCandidate[];
  /** The file itself names the fields: in a header line, or by its columns. */
  readonly header?: LogFormat;
  /** How many records were looked at. */
  readonly records: number;
  /** These records: lines without headers, at most a few hundred. */
  readonly recordLines: readonly string[];
}

export interface InferOptions {
  /** Formats to try besides the catalogue. */
  readonly formats?: readonly LogFormat[];
}

/** More records tell hardly more. */
const enoughRecords = 200;
/** Evidence in bits by which the best must lead. */
const lead = 2;

/** Tells which format lines are in: by a header line first, then by the shapes of the values field by field. */
export function inferFormat(lines: readonly string[], { formats = [] }: InferOptions = {}): Inference {
  const content = lines.filter((line) => !isPreamble(line));
  const header = content[0] === undefined ? undefined : headerFormat(content[0].replace(/\r$/, ''));
  const records = (header ? content.slice(1) : content).slice(0, enoughRecords);
  if (header) return fromHeader(header, records);

  const tried = [...formats, ...catalogue.map(({ format }) => format)];
  const fits = records.length === 0 ? [] : tried.flatMap((format) => fitRecords(format, records) ?? []);
  fits.sort((left, right) => right.bits - left.bits);
  const candidates = fits.map(({ format, score, fields }) => ({ format, score, fields }));
  const ties = fits.filter(({ bits }) => bits > fits[0]!.bits - lead).length;
  const isAmbiguous = ties > 1;
  return {
    ...(candidates[0] && !isAmbiguous && { format: candidates[0].format }),
    isAmbiguous,
    ties: isAmbiguous ? candidates.slice(0, ties) : [],
    candidates,
    records: records.length,
    recordLines: records,
  };
}

/** What a format that the file itself names, in a header line or by its columns, tells of its records. */
export function fromHeader(header: LogFormat, records: readonly string[]): Inference {
  const fit = records.length === 0 ? undefined : fitRecords(header, records);
  const fields = header.fields.map(({ name }) => ({ name, confidence: 1 }));
  const candidate = { format: header, score: fit?.score ?? 1, fields };
  return {
    format: header,
    header,
    isAmbiguous: false,
    ties: [],
    candidates: [candidate],
    records: records.length,
    recordLines: records,
  };
}

/** The record inside a line that Firehose or a subscription wrapped as `{"message":"…"}`; else the line itself. */
export function unwrapMessage(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const value: unknown = JSON.parse(line);
    const message =
      (value as { message?: unknown; '@message'?: unknown }).message ?? (value as { '@message'?: unknown })['@message'];
    return typeof message === 'string' ? message : line;
  } catch {
    return line;
  }
}
