import type { EventSource } from './event-source.ts';

/** A search for damaged files that goes on beside a query. */
export interface DamageWatch {
  /**
   * Ends the search: waits for a sentence about each damaged file where the answer was read to its end, and gives up
   * where nobody wants more. Rejects when it is interrupted.
   */
  readonly end: (isComplete: boolean) => Promise<readonly string[]>;
}

/** Begins to search the files that a query reads. */
export function watchForDamage({ findDamage }: EventSource, signal?: AbortSignal): DamageWatch {
  const stopped = new AbortController();
  const search = findDamage?.(AbortSignal.any([stopped.signal, ...(signal ? [signal] : [])])) ?? Promise.resolve([]);
  // Whoever gives up does not ask.
  search.catch(() => undefined);
  return {
    end: async (isComplete) => {
      if (!isComplete) {
        stopped.abort();
        return [];
      }
      return search.catch((error: unknown) => {
        if (signal?.aborted) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        return [`Whether the packed files are damaged could not be told (${reason}).`];
      });
    },
  };
}
