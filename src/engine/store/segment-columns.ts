import type { LogFormat } from '../../formats/format.ts';
import { compileGlob, isSplit } from '../../sql/glob.ts';
import { createPipeline } from '../../sql/pipeline.ts';
import { endsBehind, splitText } from '../../sql/tokens.ts';
import { column } from '../../sql/value.ts';
import type { EventSource } from '../event-source.ts';
import { sqlName, sqlString } from '../input/sql-text.ts';

/** The event where the fields do not rebuild it. */
export const messageColumn = '@message';
/** Epoch milliseconds. */
export const timeColumn = '@timestamp';

/** System columns of a segment, by what a reader calls them. */
const systemNames = {
  timestamp: timeColumn,
  ingestionTime: '@ingestionTime',
  logStream: '@logStream',
  log: '@log',
} as const;

/** What a segment stores of a source. */
export interface SegmentColumns {
  readonly select: string;
  /** The system columns among them, without the message. */
  readonly system: readonly string[];
}

/** Records of a format taken apart: SQL to select from, and over its columns. */
export interface Records {
  readonly from: string;
  /** VARCHAR per field, NULL where the line is no record. */
  readonly fields: readonly string[];
  /** The fields and the separators rebuild the line. */
  readonly isWhole: string;
}

/**
 * With a format the columns are its fields as texts, and `@message` only where they do not rebuild the line; without
 * one `@message` is the event.
 */
export function segmentColumns(source: EventSource, format: LogFormat | undefined): SegmentColumns {
  const system = Object.entries(systemNames).flatMap(([key, name]) => {
    const given = source.columns[key as keyof typeof systemNames];
    return given === undefined ? [] : [{ name, sql: given }];
  });
  const names = system.map(({ name }) => name);
  const events = `SELECT ${[
    `${source.columns.message} AS line`,
    ...system.map(({ name, sql }) => `${sql} AS ${sqlName(name)}`),
  ].join(', ')} FROM ${source.relation}${source.condition === undefined ? '' : ` WHERE ${source.condition}`}`;
  if (!format) {
    const list = [`line AS ${sqlName(messageColumn)}`, ...names.map(sqlName)];
    return { select: `SELECT ${list.join(', ')} FROM (${events})`, system: names };
  }
  const records = takeApart(events, format, names);
  const start = names.includes(timeColumn) ? -1 : format.fields.findIndex(({ name }) => name === 'start');
  const list = [
    ...records.fields.map((field, index) => `${field} AS ${sqlName(format.fields[index]!.name)}`),
    ...names.map(sqlName),
    // The engine takes the time of a line in the same way.
    ...(start < 0 ? [] : [`TRY_CAST(cw_num(${records.fields[start]!}) * 1000 AS BIGINT) AS ${sqlName(timeColumn)}`]),
    `CASE WHEN NOT ${records.isWhole} THEN line END AS ${sqlName(messageColumn)}`,
  ];
  return {
    select: `SELECT ${list.join(', ')} FROM ${records.from}`,
    system: start < 0 ? names : [...names, timeColumn],
  };
}

/** Takes the column `line` of a SELECT apart; other columns that are named are kept. */
export function takeApart(events: string, format: LogFormat, others: readonly string[]): Records {
  return isSplit(format.separators) ? splitRecords(events, format) : cutRecords(events, format, others);
}

/** One separator between all fields: a record has as many tokens, and if there are no more, they rebuild the line. */
function splitRecords(events: string, { fields, separators }: LogFormat): Records {
  const tokens = `SELECT *, string_split(line, ${sqlString(separators[1]!)}) AS tokens FROM (${events})`;
  const { length } = fields;
  return {
    from: `(SELECT *, CASE WHEN len(tokens) = ${length} THEN tokens WHEN ${endsBehind('tokens', length)} THEN tokens END AS record FROM (${tokens}))`,
    fields: fields.map((_, index) => `record[${index + 1}]`),
    isWhole: `(record IS NOT NULL AND len(tokens) = ${length})`,
  };
}

/** Any separators: what a `parse` with the format captures, where that is the whole line. */
function cutRecords(events: string, { fields, separators }: LogFormat, system: readonly string[]): Records {
  const pipeline = createPipeline('cut');
  pipeline.stage({ from: `(${events})` });
  const line = column('line', 'text', 0);
  const parts = compileGlob(line, separators, {
    bind: pipeline.bind,
    split: (text, separator) => splitText(text, separator, pipeline.bind),
  });
  const names = fields.map((_, index) => `field${index + 1}`);
  const rebuilt = separators.flatMap((separator, index) => [
    ...(separator === '' ? [] : [sqlString(separator)]),
    ...(index < names.length ? [names[index]!] : []),
  ]);
  pipeline.stage({
    select: ['line', ...system.map(sqlName), ...parts.map((part, index) => `${part.sql} AS ${names[index]!}`)].join(
      ', ',
    ),
  });
  pipeline.stage({ select: `*, coalesce(${rebuilt.join(' || ')} = line, false) AS is_whole` });
  return {
    from: `(WITH ${pipeline.render().join(', ')} SELECT * FROM ${pipeline.last()})`,
    fields: names.map((name) => `CASE WHEN is_whole THEN ${name} END`),
    isWhole: 'is_whole',
  };
}
