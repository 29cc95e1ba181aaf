import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Duckdb from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { prelude } from '../sql/prelude.ts';
import { EngineError } from './engine-error.ts';

/** An open DuckDB with a folder of its own; nothing is kept after `close`. */
export class Database {
  readonly connection: DuckDBConnection;
  /** Removed on close: spill files, spooled input, counts. */
  readonly temporaryFolder: string;
  private readonly instance: DuckDBInstance | undefined;
  private isClosed = false;
  /** A process may end before anybody closes: a reader of our output that has seen enough. */
  private readonly sweep = (): void => rmSync(this.temporaryFolder, { recursive: true, force: true });

  /** Without an instance: that is somebody else's, and stays open. */
  constructor(instance: DuckDBInstance | undefined, connection: DuckDBConnection, temporaryFolder: string) {
    this.instance = instance;
    this.connection = connection;
    this.temporaryFolder = temporaryFolder;
    if (instance) process.once('exit', this.sweep);
  }

  /** May be called more than once. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    this.connection.closeSync();
    this.instance?.closeSync();
    await rm(this.temporaryFolder, { recursive: true, force: true });
    process.off('exit', this.sweep);
  }
}

export interface DatabaseOptions {
  /** What DuckDB may use before it spills to disk: `700MB`. */
  readonly memoryLimit?: string;
}

/** Opens DuckDB in memory, with the language's coercions defined and nothing fetched from anywhere. */
export async function openDatabase({ memoryLimit = '700MB' }: DatabaseOptions = {}): Promise<Database> {
  const duckdb = await loadDuckdb();
  const temporaryFolder = mkdtempSync(join(tmpdir(), 'flowq-'));
  const open = async () => {
    const instance = await duckdb.DuckDBInstance.create(':memory:', {
      memory_limit: memoryLimit,
      temp_directory: join(temporaryFolder, 'spill'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await defineLanguage(connection);
    return { instance, connection };
  };
  // DuckDB works on a thread of its own; meanwhile this one loads what DuckDB will call.
  const [{ instance, connection }, { registerScalars }] = await Promise.all([open(), import('./scalars.ts')]);
  registerScalars(connection, duckdb);
  return new Database(instance, connection, temporaryFolder);
}

/** A connection of its own to a DuckDB that several queries share; `registerScalars` was called on that once. */
export async function shareDatabase(instance: DuckDBInstance): Promise<Database> {
  const connection = await instance.connect();
  await defineLanguage(connection);
  return new Database(undefined, connection, await mkdtemp(join(tmpdir(), 'flowq-')));
}

async function defineLanguage(connection: DuckDBConnection): Promise<void> {
  await connection.run(["SET TimeZone = 'UTC'", ...prelude].join(';\n'));
}

/** DuckDB's Node API; its native part is an optional dependency. */
export async function loadDuckdb(): Promise<typeof Duckdb> {
  try {
    // A CommonJS package: what it exports is the default, and bundled nothing else.
    const { default: exported } = await import('@duckdb/node-api');
    return exported as unknown as typeof Duckdb;
  } catch (cause) {
    throw new EngineError(
      'Running queries on local data needs DuckDB, which is not installed; "npm install @duckdb/node-bindings" adds it.',
      { cause },
    );
  }
}
