import type { FormatField, LogFormat } from './format.ts';
import { matchRecord } from './match.ts';
import { shapeOf, type Shape } from './shape.ts';

/** How sure the values of a column make its field; nothing where all were `-`. */
export interface FieldConfidence {
  readonly name: string;
  readonly confidence?: number;
}

/** How records fit a format. */
export interface FormatFit {
  readonly format: LogFormat;
  /** 0 to 1. */
  readonly score: number;
  /** Evidence for the format; comparable between formats for the same records only. */
  readonly bits: number;
  readonly fields: readonly FieldConfidence[];
}

/** Below this mean the values are not of the field, and the format is out. */
const contradiction = 0.2;
/** `-` where the manual knows of none: rare, not impossible. */
const unexpectedMissing = 0.3;

/** How well records fit a format; nothing where most do not match it or a column cannot be its field. */
export function fitRecords(format: LogFormat, records: readonly string[]): FormatFit | undefined {
  const rows = records.flatMap((record) => {
    const values = matchRecord(format, record);
    return values ? [values] : [];
  });
  const matched = rows.length / records.length;
  if (matched < 0.5) return undefined;

  const columns = format.fields.map((field, index) =>
    fitColumn(
      field,
      format,
      rows.map((row) => row[index]!),
    ),
  );
  if (columns.some(({ fit }) => fit < contradiction)) return undefined;
  const told = columns.filter(({ confidence }) => confidence !== undefined);
  const mean = told.length === 0 ? 0.5 : told.reduce((sum, { fit }) => sum + fit, 0) / told.length;
  return {
    format,
    score: matched * mean,
    bits: columns.reduce((sum, { bits }) => sum + bits, literalBits(format) + relationBits(format, rows)),
    fields: columns.map(({ name, confidence }) => ({ name, ...(confidence !== undefined && { confidence }) })),
  };
}

interface ColumnFit extends FieldConfidence {
  readonly fit: number;
  readonly bits: number;
}

function fitColumn(field: FormatField, format: LogFormat, values: readonly string[]): ColumnFit {
  const { name, definition } = field;
  const shape = definition && (name === 'version' ? versionShape(format) : shapeOf(definition));
  const present = values.filter((value) => value !== '-');
  if (present.length === 0) {
    const isExpected = definition === undefined || definition.missing !== undefined;
    return { name, fit: isExpected ? 1 : unexpectedMissing, bits: isExpected ? 0 : -2 };
  }
  if (!shape) return { name, fit: 1, bits: 0, confidence: 0 };
  const fit = present.reduce((sum, value) => sum + shape.fit(value), 0) / present.length;
  return { name, fit, bits: shape.bits * (2 * fit - 1), confidence: fit * (1 - 2 ** -shape.bits) };
}

/** In flow logs the version of a record is the highest of its fields; edited records may break this. */
function versionShape({ fields, family }: LogFormat): Shape {
  if (family === 'positional') return { bits: 1, fit: (value) => (/^\d+\.\d+$/.test(value) ? 1 : 0) };
  const version = String(Math.max(...fields.map(({ definition }) => definition?.version ?? 0)));
  return { bits: 4, fit: (value) => (value === version ? 1 : /^\d{1,2}$/.test(value) ? 0.3 : 0) };
}

/** Literal text that is there tells as much as a value. */
function literalBits({ separators }: LogFormat): number {
  return 3 * separators.join('').replace(/\s/g, '').length;
}

/** `end` follows `start`, and a packet has at least twenty bytes: tells two columns of numbers apart. */
function relationBits(format: LogFormat, rows: readonly (readonly string[])[]): number {
  const column = (name: string) => format.fields.findIndex((field) => field.name === name);
  const holds = (left: number, right: number, relation: (left: number, right: number) => boolean) => {
    if (left === -1 || right === -1) return 0;
    const pairs = rows.filter((row) => /^\d+$/.test(row[left]!) && /^\d+$/.test(row[right]!));
    if (pairs.length === 0) return 0;
    const share = pairs.filter((row) => relation(Number(row[left]), Number(row[right]))).length / pairs.length;
    return 3 * (2 * share - 1);
  };
  return (
    holds(column('start'), column('end'), (start, end) => start <= end && end - start < 7200) +
    holds(column('packets'), column('bytes'), (packets, bytes) => bytes >= 20 * packets)
  );
}
