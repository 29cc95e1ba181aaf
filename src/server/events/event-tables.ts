import type { DuckDBDataChunk, DuckDBValue, JS } from '@duckdb/node-api';
import { loadDuckdb } from '../../engine/database.ts';
import type { Database } from './database.ts';
import type { Position } from './position.ts';

/** An event as it is kept. */
export interface StoredEvent extends Position {
  readonly stream: string;
  readonly ingestionTime: number;
  readonly message: string;
}

export interface NewEvent {
  readonly timestamp: number;
  readonly message: string;
}

/** Events that are somewhere else, as SQL. */
export interface NewRows {
  readonly stream: string;
  /** Epoch milliseconds. */
  readonly timestamp: string;
  readonly message: string;
  readonly from: string;
  readonly where: string;
}

/** Which events to read; both times inclusive. */
export interface EventRange {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly streams?: readonly string[] | undefined;
  /** Only events behind this place. */
  readonly after?: Position | undefined;
  /** Only events before this place. */
  readonly before?: Position | undefined;
  /** Nearest to the end first. */
  readonly descending?: boolean;
  readonly limit: number;
}

/** What a log group holds of one stream. */
export interface StreamFigures {
  readonly stream: string;
  readonly firstTimestamp: number;
  readonly lastTimestamp: number;
  readonly lastIngestion: number;
  readonly bytes: number;
}

/** Bytes the service counts for an event besides its message. */
export const bytesBesideMessage = 26;

/** Of the events read at one time, counted as the service counts. */
const mostBytesOfPage = 1_048_576;

/** Numbers of attached events lie above those of all others. */
const firstAttachedOrdinal = 1_000_000_000_000;

/** DuckDB's vectors hold so many rows. */
const rowsOfChunk = 2048;

/** The events, one table for each log group. */
export class EventTables {
  readonly #database: Database;
  readonly #attached = new Set<number>();
  #nextOrdinal = 1;

  private constructor(database: Database) {
    this.#database = database;
  }

  /** Goes on counting where the tables that are there end. */
  static async open(database: Database, tables: readonly number[]): Promise<EventTables> {
    const events = new EventTables(database);
    for (const table of tables) {
      const [row] = await database.read(`select coalesce(max(ordinal), 0)::double from ${tableName(table)}`);
      events.#nextOrdinal = Math.max(events.#nextOrdinal, (row![0] as number) + 1);
    }
    return events;
  }

  /** Takes the place of a table that was left behind. */
  async create(table: number): Promise<void> {
    await this.#database.write(async (connection) => {
      await connection.run(
        `create or replace table ${tableName(table)} (ordinal bigint, stream varchar, timestamp bigint, ingestion bigint, message varchar)`,
      );
    });
  }

  async drop(table: number): Promise<void> {
    await this.#database.write(async (connection) => {
      await connection.run(`drop table ${tableName(table)}`);
    });
  }

  /** Lets events that are somewhere else stand before those of the table, for reading. */
  async attach(table: number, rows: NewRows): Promise<void> {
    await this.#database.write(async (connection) => {
      await connection.run(
        `create or replace view attached_${table} as
         select ${firstAttachedOrdinal} + row_number() over () as ordinal, ${rows.stream} as stream, (${rows.timestamp})::bigint as timestamp,
         (${rows.timestamp})::bigint as ingestion, ${rows.message} as message from ${rows.from} where ${rows.where}
         union all by name from ${tableName(table)}`,
      );
    });
    this.#attached.add(table);
  }

  isAttached(table: number): boolean {
    return this.#attached.has(table);
  }

  /** What holds the events of a group, for FROM. */
  relation(table: number): string {
    return this.isAttached(table) ? `attached_${table}` : tableName(table);
  }

  async deleteStream(table: number, stream: string): Promise<void> {
    await this.#database.write(async (connection) => {
      await connection.run(`delete from ${tableName(table)} where stream = $1`, [stream]);
    });
  }

  /** Resolves when the events are kept. */
  async append(table: number, stream: string, events: readonly NewEvent[], ingestionTime: number): Promise<void> {
    const { DuckDBDataChunk, BIGINT, VARCHAR } = await loadDuckdb();
    await this.#database.write(async (connection) => {
      const appender = await connection.createAppender(tableName(table));
      for (let from = 0; from < events.length; from += rowsOfChunk) {
        const part = events.slice(from, from + rowsOfChunk);
        const chunk: DuckDBDataChunk = DuckDBDataChunk.create([BIGINT, VARCHAR, BIGINT, BIGINT, VARCHAR]);
        chunk.setColumns([
          part.map(() => BigInt(this.#nextOrdinal++)),
          part.map(() => stream),
          part.map(({ timestamp }) => BigInt(timestamp)),
          part.map(() => BigInt(ingestionTime)),
          part.map(({ message }) => message),
        ]);
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    });
  }

  /** Inserts events that SQL reads, the oldest first; answers how many. */
  async insert(table: number, ingestionTime: number, rows: NewRows): Promise<number> {
    return this.#database.write(async (connection) => {
      const first = this.#nextOrdinal;
      const { rowsChanged } = await connection.run(
        `insert into ${tableName(table)} by name
         select ${first} + row_number() over () - 1 as ordinal, ${rows.stream} as stream, (${rows.timestamp})::bigint as timestamp,
         ${ingestionTime} as ingestion, ${rows.message} as message from ${rows.from} where ${rows.where}`,
      );
      this.#nextOrdinal += rowsChanged;
      return rowsChanged;
    });
  }

  /** Bytes of the events of some groups in a time, as the service counts them. */
  async bytesOf(
    tables: readonly number[],
    { start, end }: { readonly start: number; readonly end: number },
  ): Promise<number> {
    const selects = tables.map(
      (table) => `select message from ${this.relation(table)} where timestamp between ${start} and ${end}`,
    );
    const [row] = await this.#database.read(
      `select coalesce(sum(strlen(message) + ${bytesBesideMessage}), 0)::double from (${selects.join(' union all ')})`,
    );
    return row![0] as number;
  }

  /** Events in the order of their places, as many as fit a page: it is never empty where there are any. */
  async read(table: number, range: EventRange): Promise<StoredEvent[]> {
    const { conditions, values } = conditionsOf(range);
    const direction = range.descending ? 'desc' : 'asc';
    const order = `order by timestamp ${direction}, ordinal ${direction}`;
    const size = `(strlen(message) + ${bytesBesideMessage})`;
    const rows = await this.#database.read(
      `select ${storedColumns} from (select * from ${this.relation(table)} where ${conditions.join(' and ')} ${order} limit ${range.limit})
       qualify sum(${size}) over (${order} rows unbounded preceding) <= ${mostBytesOfPage} or row_number() over (${order}) = 1 ${order}`,
      values,
    );
    return rows.map(storedEvent);
  }

  /** The event of a number. */
  async find(table: number, ordinal: number): Promise<StoredEvent | undefined> {
    const [row] = await this.#database.read(
      `select ${storedColumns} from ${this.relation(table)} where ordinal = ${ordinal}`,
    );
    return row && storedEvent(row);
  }

  /** Streams that hold events. */
  async figures(table: number): Promise<StreamFigures[]> {
    const rows = await this.#database.read(
      `select stream, min(timestamp)::double, max(timestamp)::double, max(ingestion)::double,
       sum(strlen(message) + ${bytesBesideMessage})::double from ${this.relation(table)} group by stream`,
    );
    return rows.map(([stream, firstTimestamp, lastTimestamp, lastIngestion, bytes]) => ({
      stream: stream as string,
      firstTimestamp: firstTimestamp as number,
      lastTimestamp: lastTimestamp as number,
      lastIngestion: lastIngestion as number,
      bytes: bytes as number,
    }));
  }
}

function tableName(table: number): string {
  return `events_${table}`;
}

const storedColumns = 'timestamp::double, ordinal::double, stream, ingestion::double, message';

function storedEvent([timestamp, ordinal, stream, ingestionTime, message]: readonly JS[]): StoredEvent {
  return {
    timestamp: timestamp as number,
    ordinal: ordinal as number,
    stream: stream as string,
    ingestionTime: ingestionTime as number,
    message: message as string,
  };
}

function conditionsOf({ start, end, streams, after, before }: EventRange): {
  readonly conditions: readonly string[];
  readonly values: readonly DuckDBValue[];
} {
  const conditions = ['true'];
  const values: DuckDBValue[] = [];
  if (start !== undefined) conditions.push(`timestamp >= ${start}`);
  if (end !== undefined) conditions.push(`timestamp <= ${end}`);
  if (after) conditions.push(`(timestamp, ordinal) > (${after.timestamp}, ${after.ordinal})`);
  if (before) conditions.push(`(timestamp, ordinal) < (${before.timestamp}, ${before.ordinal})`);
  if (streams) {
    conditions.push(`stream in (${streams.map((stream) => `$${values.push(stream)}`).join(', ') || 'null'})`);
  }
  return { conditions, values };
}
