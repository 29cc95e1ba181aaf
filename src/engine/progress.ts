import type { DuckDBConnection } from '@duckdb/node-api';

/** How far a query is. */
export interface Progress {
  /** From 0 to 1. */
  readonly fraction: number;
  /** Bytes on disk behind the fraction, where known. */
  readonly totalBytes?: number;
  readonly elapsedMilliseconds: number;
}

const interval = 200;

/** Tells how far the running query is, until the returned function is called. */
export function watchProgress(
  connection: DuckDBConnection,
  totalBytes: number | undefined,
  onProgress: ((progress: Progress) => void) | undefined,
): () => void {
  if (!onProgress) return () => undefined;
  const started = performance.now();
  const timer = setInterval(() => {
    const { percentage } = connection.progress;
    if (percentage < 0) return;
    onProgress({
      fraction: Math.min(1, percentage / 100),
      ...(totalBytes === undefined ? {} : { totalBytes }),
      elapsedMilliseconds: performance.now() - started,
    });
  }, interval);
  return () => clearInterval(timer);
}
