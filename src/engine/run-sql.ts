import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { Cell, CellType, Column, QueryResult, QueryStatistics, Row } from '../results/result.ts';
import type { TimeRange } from '../results/time-range.ts';
import { watchForDamage, type DamageWatch } from './damage-watch.ts';
import { loadDuckdb, openDatabase, type Database } from './database.ts';
import { EngineError } from './engine-error.ts';
import type { EventSource } from './event-source.ts';
import { explainFailure } from './failure.ts';
import type { LocalInput } from './local-input.ts';
import { openInput } from './open-input.ts';
import { watchProgress, type Progress } from './progress.ts';
import { readsOnly } from './reads-only.ts';
import { inferSourceFormat } from './source-format.ts';
import { sqlTable } from './sql-table.ts';

export interface RunSqlOptions {
  readonly range?: TimeRange;
  readonly signal?: AbortSignal;
  readonly onNotice?: (sentence: string) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** Answers one SELECT in DuckDB's SQL over the events of an input, which are the table `logs`. */
export async function runSql(sql: string, input: LocalInput, options: RunSqlOptions = {}): Promise<QueryResult> {
  const started = performance.now();
  const database = await openDatabase();
  const interrupt = (): void => database.connection.interrupt();
  options.signal?.addEventListener('abort', interrupt, { once: true });
  const close = async () => {
    options.signal?.removeEventListener('abort', interrupt);
    await database.close();
  };
  try {
    const opened = await openInput(input, database, options);
    for (const notice of opened.notices ?? []) options.onNotice?.(notice);
    const source = await withFormat(opened, database, options.onNotice);
    return await answer(sql, source, { database, started, options, close });
  } catch (error) {
    await close();
    throw explain(error, options.signal);
  }
}

/** A retry keeps the format. */
async function withFormat(
  source: EventSource,
  database: Database,
  onNotice: RunSqlOptions['onNotice'],
): Promise<EventSource> {
  if (source.shape.format) return source;
  const format = await inferSourceFormat(source, database, onNotice);
  if (!format) return source;
  const inFormat = (other: EventSource): EventSource => ({ ...other, shape: { kind: 'lines', format } });
  return {
    ...inFormat(source),
    ...(source.retry && {
      retry: async (error) => {
        const again = await source.retry!(error);
        return again && inFormat(again);
      },
    }),
  };
}

interface SqlRun {
  readonly database: Database;
  readonly started: number;
  readonly options: RunSqlOptions;
  readonly close: () => Promise<void>;
}

async function answer(sql: string, source: EventSource, run: SqlRun): Promise<QueryResult> {
  const { connection } = run.database;
  const damage = watchForDamage(source, run.options.signal);
  const stop = watchProgress(connection, source.size, run.options.onProgress);
  try {
    if (run.options.onProgress) {
      await connection.run('SET enable_progress_bar=true; SET enable_progress_bar_print=false');
    }
    await connection.run(`CREATE OR REPLACE TEMP VIEW logs AS ${sqlTable(source, run.options.range)}`);
    const result = await (await prepare(sql, connection)).stream();
    // The first rows are waited for: until then a file may still be read in the slower way.
    const first = await result.fetchChunk();
    return resultOf(result, first?.getRows() ?? [], { source, damage }, run);
  } catch (error) {
    await damage.end(false);
    const again = run.options.signal?.aborted ? undefined : await source.retry?.(error);
    if (!again) throw error;
    for (const notice of again.notices ?? []) run.options.onNotice?.(notice);
    return await answer(sql, again, run);
  } finally {
    stop();
  }
}

const onlySelect = 'Only a SELECT can be answered: the logs are read, never changed.';

function tooMany(sql: string, count: number): string {
  // DuckDB makes two of it, the first to find the columns.
  if (/^\s*pivot\b/i.test(sql)) return "Name the values that PIVOT makes columns of: ON column IN ('one', 'two').";
  return `Write one SQL statement; here are ${count}.`;
}

/** Only what reads: a statement that writes or changes settings is none of this command's. */
async function prepare(sql: string, connection: DuckDBConnection) {
  const { StatementType } = await loadDuckdb();
  if (sql.trim() === '') throw new EngineError('Write a SELECT; the events are the table "logs".');
  const statements = await connection.extractStatements(sql);
  if (!readsOnly(sql)) throw new EngineError(onlySelect);
  if (statements.count !== 1) throw new EngineError(tooMany(sql, statements.count));
  const statement = await statements.prepare(0);
  const { statementType } = statement;
  if (statementType !== StatementType.SELECT && statementType !== StatementType.EXPLAIN) {
    throw new EngineError(onlySelect);
  }
  return statement;
}

type SqlResult = Awaited<ReturnType<Awaited<ReturnType<typeof prepare>>['stream']>>;

function resultOf(
  result: SqlResult,
  first: readonly (readonly DuckDBValue[])[],
  { source, damage }: { readonly source: EventSource; readonly damage: DamageWatch },
  run: SqlRun,
): QueryResult {
  const { started, options, close } = run;
  let rows = 0;
  let settle!: { resolve: (statistics: QueryStatistics) => void; reject: (reason: unknown) => void };
  const statistics = new Promise<QueryStatistics>((resolve, reject) => (settle = { resolve, reject }));
  // Whoever reads the rows learns of the failure; nobody needs to listen here too.
  statistics.catch(() => undefined);
  let damaged: readonly string[] = [];
  async function* batches(): AsyncGenerator<readonly Row[]> {
    try {
      for (let chunk = first; chunk.length > 0; chunk = (await result.fetchChunk())?.getRows() ?? []) {
        rows += chunk.length;
        yield chunk.map((values) => values.map(cellOf));
      }
      damaged = await damage.end(true);
    } catch (error) {
      const failure = explain(error, options.signal);
      settle.reject(failure);
      throw failure;
    } finally {
      await close();
      await damage.end(false);
      settle.resolve({
        recordsMatched: rows,
        recordsScanned: rows,
        bytesScanned: source.bytes ?? source.size ?? 0,
        rows,
        elapsedMilliseconds: performance.now() - started,
        warnings: [...(source.warnings?.() ?? []), ...damaged],
      });
    }
  }
  const types = result.columnTypes();
  const columns = result
    .deduplicatedColumnNames()
    .map((name, index): Column => ({ name, type: cellType(types[index]!) }));
  return { columns, rows: batches(), statistics };
}

function cellType(type: DuckDBType): CellType {
  const name = type.toString();
  if (name.endsWith('[]')) return 'list';
  if (/^(STRUCT|MAP)/.test(name)) return 'map';
  if (/INT$|^(FLOAT|DOUBLE|DECIMAL|BIGNUM)/.test(name)) return 'number';
  return name === 'BOOLEAN' ? 'boolean' : name.startsWith('TIMESTAMP') ? 'timestamp' : 'string';
}

/** The value as DuckDB prints it. */
function cellOf(value: DuckDBValue): Cell {
  if (value === null) return undefined;
  return typeof value === 'string' ? value : String(value);
}

/** What is wrong with the SQL is for the person who wrote it: DuckDB shows the place. */
function explain(error: unknown, signal: AbortSignal | undefined): unknown {
  const failure = explainFailure(error, signal);
  if (!(failure instanceof Error) || failure.name !== 'Error') return failure;
  const text = failure.message.replace(/^Failed to extract statements: /, '').trim();
  return /^(Parser|Binder|Catalog|Syntax|Permission|Not implemented) Error/i.test(text)
    ? new EngineError(text, { cause: failure })
    : failure;
}
