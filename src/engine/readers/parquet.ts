import type { FormatField, LogFormat } from '../../formats/format.ts';
import { readFormat } from '../../formats/read.ts';
import type { StoredField } from '../../sql/event-shape.ts';
import { refuseDamagedParquet } from '../input/check-parquet.ts';
import { sqlName, sqlPaths, sqlString } from '../input/sql-text.ts';
import type { EventPart, Reader, ReaderContext } from '../reader.ts';

/** Parquet: flow logs by the names of their columns, anything else as one JSON object per row. */
export const parquetReader: Reader = {
  name: 'parquet',
  title: 'Parquet',
  recognises: ({ isParquet }) => isParquet,
  async open(files, context): Promise<EventPart> {
    const paths = sqlPaths(files.map(({ path }) => path));
    // Folders such as `year=2026` would become columns of the record.
    const from = `read_parquet(${paths}, union_by_name=true, hive_partitioning=false)`;
    if (context.isSecondTry) await refuseDamagedParquet(files, context);
    const columns = await columnsOf(from, context).catch(async (error: unknown) => {
      await refuseDamagedParquet(files, context);
      throw error;
    });
    const format = flowFormatOf(columns);
    return format ? flowRecords(from, columns, format) : objects(from, columns);
  },
};

interface ParquetColumn {
  readonly name: string;
  /** As DuckDB names it: `BIGINT`. */
  readonly type: string;
}

async function columnsOf(from: string, { connection }: ReaderContext): Promise<ParquetColumn[]> {
  const answer = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
  return answer.getRows().map((row) => ({ name: String(row[0]), type: String(row[1]) }));
}

/** The format whose fields the columns are; `undefined` where they are something else. */
function flowFormatOf(columns: readonly ParquetColumn[]): LogFormat | undefined {
  const { format } = readFormat(columns.map(({ name }) => name).join(' '), { allowUnknownFields: true });
  if (format?.family !== 'vpc-flow' && format?.family !== 'tgw-flow') return undefined;
  if (format.fields.length !== columns.length) return undefined;
  return format.fields.filter(({ definition }) => definition).length >= 3 ? format : undefined;
}

function flowRecords(from: string, columns: readonly ParquetColumn[], format: LogFormat): EventPart {
  const values = columns.map(({ name }) => `coalesce(CAST(${sqlName(name)} AS VARCHAR), '-')`);
  const start = format.fields.findIndex(({ name }) => name === 'start');
  const fields = columns.map((column, index) => storedField(column, format.fields[index]!));
  const numbers = fields.flatMap(({ sql, type }) => (type === 'number' ? [`${sql} IS NOT NULL`] : []));
  return {
    select: `SELECT *, concat_ws(' ', ${values.join(', ')}) AS ${message}
      ${start < 0 ? '' : `, ${timeOf(columns[start]!, 'seconds')} AS ${time}`} FROM ${from}`,
    columns: { message, ...(start >= 0 && { timestamp: time }) },
    shape: {
      kind: 'columns',
      format,
      fields,
      // A number that is not there stands as a dash in the message.
      ...(numbers.length > 0 && { isWhole: numbers.join(' AND ') }),
    },
  };
}

/** Names that no field has. */
const message = '"@message"';
const time = '"@timestamp"';

function storedField({ name, type }: ParquetColumn, { definition }: FormatField): StoredField {
  const isNumber = /INT|DOUBLE|FLOAT|DECIMAL/.test(type);
  if (isNumber && definition?.type !== 'string') return { sql: sqlName(name), type: 'number' };
  return { sql: `coalesce(CAST(${sqlName(name)} AS VARCHAR), '-')`, type: 'text' };
}

function objects(from: string, columns: readonly ParquetColumn[]): EventPart {
  const column = ['@timestamp', 'timestamp', 'time']
    .map((name) => columns.find((other) => other.name.toLowerCase() === name))
    .find((found) => found !== undefined);
  return {
    select: `SELECT CAST(to_json(record) AS VARCHAR) AS message
      ${column ? `, ${timeOf(column, 'any')} AS timestamp` : ''} FROM ${from} AS record`,
    columns: { message: 'message', ...(column && { timestamp: 'timestamp' }) },
    shape: { kind: 'lines' },
    ...(column && { notices: [`The event time is the column ${sqlString(column.name)}.`] }),
  };
}

/** Epoch milliseconds of a column: numbers are seconds, or whatever their size tells. */
function timeOf({ name, type }: ParquetColumn, unit: 'seconds' | 'any'): string {
  const column = sqlName(name);
  if (type.startsWith('TIMESTAMP')) return `epoch_ms(${column})`;
  if (!/INT/.test(type)) return `epoch_ms(try_cast(${column} AS TIMESTAMPTZ))`;
  if (unit === 'seconds') return `CAST(${column} AS BIGINT) * 1000`;
  return `CASE WHEN abs(${column}) < 100000000000 THEN CAST(${column} AS BIGINT) * 1000 ELSE CAST(${column} AS BIGINT) END`;
}
