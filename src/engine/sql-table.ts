import type { FieldDefinition } from '../formats/format.ts';
import { snakeName } from '../formats/names.ts';
import type { TimeRange } from '../results/time-range.ts';
import type { EventSource } from './event-source.ts';
import { sqlName } from './input/sql-text.ts';
import { takeApart } from './store/segment-columns.ts';

/** A SELECT with what SQL sees of a source: the fields of its format, typed, then `message`, `timestamp` and the like. */
export function sqlTable(source: EventSource, range: TimeRange | undefined): string {
  const { columns, shape, relation, condition } = source;
  const system = [
    { name: 'message', sql: columns.message },
    { name: 'timestamp', sql: columns.timestamp && `make_timestamp(${columns.timestamp} * 1000)` },
    { name: 'log_stream', sql: columns.logStream },
    { name: 'log', sql: columns.log },
  ].flatMap(({ name, sql }) => (sql === undefined ? [] : [{ name, sql }]));
  const where = condition === undefined ? '' : ` WHERE ${condition}`;
  if (!shape.format) return inRange(`SELECT ${listOf(system)} FROM ${relation}${where}`, system, range);

  const names = shape.format.fields.map(snakeName);
  const free = system.filter(({ name }) => !names.includes(name));
  if (shape.kind === 'columns') {
    const fields = shape.fields.map(({ sql, type }, index) => ({
      name: names[index]!,
      sql: type === 'number' ? sql : typed(sql, shape.format.fields[index]!.definition),
    }));
    return inRange(`SELECT ${listOf([...fields, ...free])} FROM ${relation}${where}`, free, range);
  }
  const events = `SELECT ${listOf([{ name: 'line', sql: columns.message }, ...free.map(hidden)])} FROM ${relation}${where}`;
  const records = takeApart(
    events,
    shape.format,
    free.map((column) => hidden(column).name),
  );
  const start = columns.timestamp === undefined ? names.indexOf('start') : -1;
  const all = [
    ...records.fields.map((sql, index) => ({
      name: names[index]!,
      sql: typed(sql, shape.format!.fields[index]!.definition),
    })),
    ...free.map(({ name }) => ({ name, sql: sqlName(hidden({ name, sql: '' }).name) })),
    ...(start < 0 || names.includes('timestamp')
      ? []
      : [
          { name: 'timestamp', sql: `make_timestamp(TRY_CAST(cw_num(${records.fields[start]!}) * 1000000 AS BIGINT))` },
        ]),
  ];
  return inRange(`SELECT ${listOf(all)} FROM ${records.from}`, all, range);
}

interface TableColumn {
  readonly name: string;
  readonly sql: string;
}

function listOf(columns: readonly TableColumn[]): string {
  return columns.map(({ name, sql }) => `${sql} AS ${sqlName(name)}`).join(', ');
}

/** Names that no field of a record hides on the way. */
function hidden({ name, sql }: TableColumn): TableColumn {
  return { name: `@${name}`, sql };
}

/** Numbers where the field's definition says so; `-` and other words become NULL there. */
function typed(text: string, definition: FieldDefinition | undefined): string {
  if (definition?.type !== 'number') return text;
  const isWhole = ['port', 'protocol', 'tcp-flags', 'count', 'epoch-seconds'].includes(definition.kind);
  return `TRY_CAST(${text} AS ${isWhole ? 'BIGINT' : 'DOUBLE'})`;
}

function inRange(select: string, columns: readonly TableColumn[], range: TimeRange | undefined): string {
  if (!range || !columns.some(({ name }) => name === 'timestamp')) return select;
  const end = Math.floor(range.end / 1000) * 1000 + 999;
  return `SELECT * FROM (${select}) WHERE epoch_ms(timestamp) BETWEEN ${range.start} AND ${end}`;
}
