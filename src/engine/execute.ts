import type { Plan } from '../sql/plan.ts';
import type { Database } from './database.ts';
import type { EventSource } from './event-source.ts';
import { countAgain, readCounts, startCounting } from './profile.ts';
import { watchProgress, type Progress } from './progress.ts';

export interface Execution {
  /** Rows as DuckDB has them, in batches. */
  readonly chunks: AsyncIterable<readonly (readonly unknown[])[]>;
  readonly rowCount: number;
  readonly scanned: number;
  readonly matched: number;
  readonly bytes: number;
}

export interface ExecuteOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Runs a plan; the rows wait in DuckDB, for every query has an order and a limit. */
export async function executePlan(
  plan: Plan,
  events: EventSource,
  database: Database,
  { signal, onProgress }: ExecuteOptions,
): Promise<Execution> {
  const { connection } = database;
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener('abort', interrupt, { once: true });
  const stop = watchProgress(connection, events.size, onProgress);
  try {
    if (onProgress) await connection.run('SET enable_progress_bar=true; SET enable_progress_bar_print=false');
    await startCounting(database, plan.counting);
    const result = await connection.run(plan.sql);
    const counts = (await readCounts(database, plan.counting)) ?? (await countAgain(database, plan.counting));
    signal?.throwIfAborted();
    const bytes = events.bytes ?? 0;
    return { ...counts, bytes, rowCount: result.rowCount, chunks: chunksOf(result) };
  } finally {
    stop();
    signal?.removeEventListener('abort', interrupt);
  }
}

type Result = Awaited<ReturnType<Database['connection']['run']>>;

async function* chunksOf(result: Result): AsyncGenerator<readonly (readonly unknown[])[]> {
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    yield chunk.getRows();
  }
}
