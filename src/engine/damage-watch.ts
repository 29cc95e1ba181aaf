import type { EventSource } from './event-source.ts';

/** A search for damaged files that goes on beside a query. */
export interface DamageWatch {
  /** A sentence for each damaged file, when all are searched. */
  readonly found: () => Promise<readonly string[]>;
  /** Ends the search; its sentences are not wanted. */
  readonly stop: () => void;
}

/** Begins to search the files that the query reads. */
export function watchForDamage({ findDamage }: EventSource): DamageWatch {
  const stopped = new AbortController();
  const search = findDamage?.(stopped.signal) ?? Promise.resolve([]);
  // Whoever stops it does not ask.
  search.catch(() => undefined);
  return {
    found: () =>
      search.catch((error: unknown) => [
        `Whether the packed files are damaged could not be told (${error instanceof Error ? error.message : String(error)}).`,
      ]),
    stop: () => stopped.abort(),
  };
}
