import type { FormatField } from '../formats/format.ts';
import { camelName, snakeName } from '../formats/names.ts';
import type { Field } from '../language/ast.ts';
import type { EventColumns, EventShape } from './event-shape.ts';
import { compileGlob, isSplit, partOf } from './glob.ts';
import { discoveredJson } from './json.ts';
import { lambdaField } from './lambda.ts';
import type { Pipeline } from './pipeline.ts';
import { toNumber, toWhole } from './coerce.ts';
import { invalid } from './refusal.ts';
import { splitStage, type NumberPlaces, type SplitReading, type SplitStage } from './split-reading.ts';
import { splitText, type Tokens } from './tokens.ts';
import { column, missing, sql, value, type SqlValue } from './value.ts';

/** What the compiler needs to know about where the events come from. */
export interface EventInput {
  readonly relation: string;
  readonly columns: EventColumns;
  readonly shape: EventShape;
  /** SQL condition over the relation: true for rows that are events (no blank line, no header). */
  readonly condition?: string;
  /** How many events there are, where that is known without reading them. */
  readonly count?: number;
  /** The same events, split while they are read; their only column is the message. */
  readonly split?: SplitReading;
}

/** How the events are to be read. */
export interface Reading {
  readonly isNumbered: boolean;
  readonly isByParts: boolean;
  readonly numbers: NumberPlaces;
}

/** The fields of events that no command made. */
export interface Events {
  readonly message: SqlValue;
  /** The event time, where the source has one; made when it is asked for. */
  readonly timestamp: () => SqlValue | undefined;
  /** Numbers the events in reading order; absent unless asked for. */
  readonly ordinal: SqlValue | undefined;
  readonly field: (field: Field) => SqlValue;
  /** The texts of the format's fields, for a value that is the whole message and a glob that is the format. */
  readonly stored: (literals: readonly string[]) => readonly SqlValue[] | undefined;
  /** The parts of a text of which a record has `count`; asked twice for the same, it answers the same columns. */
  readonly split: (text: SqlValue, separator: string, count: number) => Tokens;
  /** Where the lines are split while they are read: by what, and into which columns. */
  readonly parts: SplitStage | undefined;
}

/** Begins a pipeline with the events of a source. */
export function readEvents(pipeline: Pipeline, input: EventInput, { isNumbered, isByParts, numbers }: Reading): Events {
  const { columns, shape } = input;
  const select: string[] = [];
  const take = (expression: string | undefined, hint: string, type: SqlValue['type']): SqlValue | undefined => {
    if (expression === undefined) return undefined;
    const name = pipeline.fresh(hint);
    select.push(`${expression} AS ${name}`);
    return column(name, type, 0);
  };
  const raw = isByParts ? column(pipeline.fresh('message'), 'text', 0) : take(columns.message, 'message', 'text')!;
  const message: SqlValue = { ...raw, substringOf: raw.sql };
  const given = take(columns.timestamp, 'timestamp', 'timestamp');
  const ingestion = take(columns.ingestionTime, 'ingestion', 'timestamp');
  const stream = take(columns.logStream, 'stream', 'text');
  const log = take(columns.log, 'log', 'text');
  const ordinal = isNumbered ? take(columns.ordinal ?? 'row_number() OVER ()', 'ordinal', 'number') : undefined;
  const whole = shape.kind === 'columns' ? take(shape.isWhole ?? 'TRUE', 'whole', 'boolean') : undefined;
  const fields =
    shape.kind === 'columns'
      ? shape.fields.map(({ sql: expression, type }, index) =>
          take(expression, shape.format.fields[index]!.name, type)!,
        )
      : [];
  const parts = isByParts ? splitStage(pipeline, input.split, numbers) : undefined;
  if (parts)
    pipeline.stage({ select: () => [parts.select(), ...select].join(', '), from: parts.from, where: parts.where });
  else {
    const where = input.condition === undefined ? {} : { where: input.condition };
    pipeline.stage({ select: select.join(', '), from: input.relation, ...where });
  }

  const splits = new Map<string, Tokens>();
  const split = (text: SqlValue, separator: string, count: number): Tokens => {
    const read = text.sql === message.sql ? parts?.ask({ separator, count }) : undefined;
    if (read) return read;
    const key = `${text.sql}\0${separator}`;
    const tokens = splits.get(key) ?? splitText(text, separator, pipeline.bind);
    splits.set(key, tokens);
    return tokens;
  };
  const tokens = lazy(() => formatTokens(shape, message, fields, { bind: pipeline.bind, split }));
  const document = lazy(() =>
    pipeline.bind(value('json', sql`CASE WHEN json_valid(${message}) THEN ${message} END`), 'document'),
  );
  const timestamp = lazy(() => given ?? startTime(shape, tokens, pipeline));
  const system = new Map<string, SqlValue | undefined>([
    ['@message', message],
    ['@ingestionTime', ingestion],
    ['@logStream', stream],
    ['@log', log],
  ]);

  const field = (node: Field): SqlValue => {
    if (node.name === '@timestamp') {
      const time = timestamp();
      if (time) return time;
      throw timeless(node);
    }
    if (system.has(node.name)) return system.get(node.name) ?? missing();
    const place = discoveredPlace(shape, node.name);
    if (place !== undefined) return tokens()[place]!;
    if (shape.kind === 'lines' && (shape.isLambda || !shape.format)) {
      const found = lambdaField(node.name, message, pipeline.bind);
      if (found) return found;
    }
    const isPlain = shape.kind === 'columns' || shape.format !== undefined;
    if (isPlain || (node.name.startsWith('@') && !node.name.startsWith('@@'))) return missing();
    return discoveredJson(document(), jsonKeys(node), pipeline.bind);
  };
  const stored = (literals: readonly string[]): readonly SqlValue[] | undefined => {
    if (shape.kind !== 'columns' || !isSameList(literals, shape.format.separators)) return undefined;
    if (shape.isWhole === undefined) return fields.map(asText);
    const parsed = compileGlob(message, literals, { bind: pipeline.bind, split });
    return fields.map((stored, index) =>
      value('text', sql`CASE WHEN ${whole!} THEN ${asText(stored)} ELSE ${parsed[index]!} END`),
    );
  };
  return { message, timestamp, ordinal, field, stored, split, parts };
}

/** A stored number as the record's text; the reader keeps text wherever that would not be the same. */
function asText(stored: SqlValue): SqlValue {
  return stored.type === 'text' ? stored : value('text', sql`CAST(${stored} AS VARCHAR)`, { isCheap: true });
}

function formatTokens(
  shape: EventShape,
  message: SqlValue,
  fields: readonly SqlValue[],
  tools: Parameters<typeof compileGlob>[2],
): readonly SqlValue[] {
  if (shape.kind === 'columns') return fields;
  const { separators } = shape.format!;
  if (isSplit(separators)) {
    // A record has as many parts as the format has fields, no more: another line is no record of this format.
    const count = separators.length - 1;
    const tokens = tools.split(message, separators[1]!, count);
    return shape.format!.fields.map((_, place) => partOf(message, tokens.exactly(count, place)));
  }
  return compileGlob(message, separators, tools);
}

function startTime(shape: EventShape, tokens: () => readonly SqlValue[], pipeline: Pipeline): SqlValue | undefined {
  const place = startPlace(shape);
  if (place === undefined) return undefined;
  const start = pipeline.bind(tokens()[place]!, 'start');
  const time = start.isWhole
    ? sql`${toWhole(start, pipeline.columnFor)} * 1000`
    : sql`TRY_CAST(${toNumber(start)} * 1000 AS BIGINT)`;
  return pipeline.columnFor(value('timestamp', time), 'timestamp');
}

/** Position of the field with the time of a record. */
export function startPlace({ format }: EventShape): number | undefined {
  const isStart = ({ name, definition }: FormatField): boolean =>
    definition?.kind === 'epoch-seconds' && name === 'start';
  const place = format?.fields.findIndex(isStart) ?? -1;
  return place < 0 ? undefined : place;
}

/** Position of the field that is found under a name without a command: the console's names; stored columns by any name. */
function discoveredPlace({ kind, format }: EventShape, name: string): number | undefined {
  if (!format || (kind === 'lines' && !format.isDiscovered)) return undefined;
  const place = format.fields.findIndex(
    (field) => camelName(field) === name || (kind === 'columns' && (snakeName(field) === name || field.name === name)),
  );
  return place < 0 ? undefined : place;
}

/** The keys of a dotted path, written with backticks or without; a key that begins with `@` is written with one more. */
function jsonKeys(field: Field): string[] {
  const keys = field.segments.flatMap(({ text }) => text.split('.'));
  return keys.map((key, index) => (index === 0 && key.startsWith('@@') ? key.slice(1) : key));
}

function timeless(node: Field): Error {
  return invalid(
    node.span,
    'no-event-time',
    'These events have no time: "@timestamp" is not known.',
    'Give a format with a "start" field, or lines that begin with a time.',
  );
}

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
