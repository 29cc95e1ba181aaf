import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue, JS } from '@duckdb/node-api';
import { loadDuckdb } from '../../engine/database.ts';
import { makeStoreFolder } from '../../engine/store/store-folder.ts';
import { registerScalars } from '../../engine/scalars.ts';
import { ServerError } from '../server-error.ts';

export interface DatabaseOptions {
  /** Kept there; in memory where it is left out. */
  readonly folder?: string | undefined;
  /** A figure as DuckDB writes it: `1GB`. */
  readonly memoryLimit: string;
}

/** One DuckDB for the whole server: one writer after the other, any number of readers beside them. */
export class Database {
  readonly instance: DuckDBInstance;
  /** Removed on close. */
  readonly temporaryFolder: string;
  readonly #writer: DuckDBConnection;

  #lastWrite: Promise<unknown> = Promise.resolve();

  private constructor(instance: DuckDBInstance, writer: DuckDBConnection, temporaryFolder: string) {
    this.instance = instance;
    this.#writer = writer;
    this.temporaryFolder = temporaryFolder;
  }

  static async open({ folder, memoryLimit }: DatabaseOptions): Promise<Database> {
    const duckdb = await loadDuckdb();
    if (folder !== undefined) await makeStoreFolder(folder);
    const temporaryFolder =
      folder === undefined ? await mkdtemp(join(tmpdir(), 'flowq-endpoint-')) : join(folder, 'temporary');
    try {
      const path = folder === undefined ? ':memory:' : join(folder, 'endpoint.duckdb');
      const instance = await duckdb.DuckDBInstance.create(path, {
        memory_limit: memoryLimit,
        temp_directory: join(temporaryFolder, 'spill'),
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
      });
      // The folder is ours now: what a killed process left in it goes.
      await rm(temporaryFolder, { recursive: true, force: true });
      await mkdir(temporaryFolder);
      const writer = await instance.connect();
      registerScalars(writer, duckdb);
      return new Database(instance, writer, temporaryFolder);
    } catch (cause) {
      if (folder === undefined) await rm(temporaryFolder, { recursive: true, force: true });
      throw new ServerError(`Cannot open the data in "${folder}": ${reason(cause)}.`, { cause });
    }
  }

  /** Runs a job in a transaction of its own, after all earlier ones; resolves when it is kept. */
  write<Value>(job: (connection: DuckDBConnection) => Promise<Value>): Promise<Value> {
    const result = this.#lastWrite.then(async () => {
      await this.#writer.run('begin');
      try {
        const value = await job(this.#writer);
        await this.#writer.run('commit');
        return value;
      } catch (error) {
        await this.#writer.run('rollback');
        throw error;
      }
    });
    // The next write waits for this one to end, however it ends; its own caller hears how.
    this.#lastWrite = result.catch(() => undefined);
    return result;
  }

  /** All rows of a read; what is written meanwhile is not in them. */
  async read(sql: string, values: readonly DuckDBValue[] = []): Promise<JS[][]> {
    const connection = await this.instance.connect();
    try {
      const reader = await connection.runAndReadAll(sql, [...values]);
      return reader.getRowsJS();
    } finally {
      connection.closeSync();
    }
  }

  /** Waits for the writes under way. */
  async close(): Promise<void> {
    await this.#lastWrite;
    this.#writer.closeSync();
    this.instance.closeSync();
    await rm(this.temporaryFolder, { recursive: true, force: true });
  }
}

function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/lock/i.test(message)) return 'another process uses it';
  return message.split('\n')[0]!.replace(/\.$/, '');
}
