import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { DuckDBInstance } from '@duckdb/node-api';
import type { EventSource } from '../../src/engine/event-source.ts';
import type { FileInput } from '../../src/engine/local-input.ts';
import { openFiles } from '../../src/engine/open-files.ts';
import type { TimeRange } from '../../src/results/time-range.ts';

/** What a reader made of files: one object per event, with the columns it has. */
export interface ReadEvents {
  readonly events: readonly Readonly<Record<string, string | number>>[];
  readonly source: EventSource;
  /** What is said before and after. */
  readonly said: readonly string[];
  /** The slower reader had to take over. */
  readonly isRetried: boolean;
}

export interface ReadOptions extends Partial<FileInput> {
  readonly range?: TimeRange;
  readonly input?: string;
}

/** Writes files into a folder of their own, reads the events of `paths` (all of them by default), and cleans up. */
export async function readEvents(
  files: Readonly<Record<string, string | Uint8Array>>,
  { range, input, ...options }: ReadOptions = {},
): Promise<ReadEvents> {
  const folder = await mkdtemp(join(tmpdir(), 'flowq-test-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    const stdin = input === undefined ? {} : { stdin: Readable.from([Buffer.from(input)]) };
    const paths = options.paths ?? Object.keys(files);
    return await openAndRead({ kind: 'files', cwd: folder, paths, ...stdin, ...options }, folder, range);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function openAndRead(input: FileInput, folder: string, range?: TimeRange): Promise<ReadEvents> {
  const database = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await database.connect();
  try {
    const context = { connection, temporaryFolder: join(folder, '.spill'), ...(range && { range }) };
    await mkdir(context.temporaryFolder);
    const first = await openFiles(input, context);
    try {
      return { ...(await readAll(first, connection)), isRetried: false };
    } catch (error) {
      const second = await first.retry?.(error);
      if (!second) throw error;
      return { ...(await readAll(second, connection)), isRetried: true };
    }
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

async function readAll(source: EventSource, connection: Awaited<ReturnType<DuckDBInstance['connect']>>) {
  const columns = Object.entries(source.columns) as [string, string][];
  const list = columns.map(([name, sql]) => `${sql} AS "${name}"`).join(', ');
  const where = source.condition === undefined ? '' : ` WHERE ${source.condition}`;
  const answer = await connection.runAndReadAll(`SELECT ${list} FROM ${source.relation}${where}`);
  const events = answer
    .getRowObjects()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([name, value]) =>
          value === null ? [] : [[name, typeof value === 'bigint' ? Number(value) : (value as string)]],
        ),
      ),
    );
  return { events, source, said: [...(source.notices ?? []), ...(source.warnings?.() ?? [])].filter(isNews) };
}

/** The messages alone. */
export function messagesOf({ events }: ReadEvents): readonly unknown[] {
  return events.map(({ message }) => message);
}

/** Every reading begins with a sentence about what is read: the source's label. */
function isNews(sentence: string): boolean {
  return !sentence.startsWith('Input: ');
}
