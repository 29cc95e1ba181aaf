import type { TimeRange } from '../results/time-range.ts';
import type { Database } from './database.ts';
import type { EventSource } from './event-source.ts';
import type { LocalInput } from './local-input.ts';
import { openFiles } from './open-files.ts';

export interface OpenInputOptions {
  readonly range?: TimeRange;
  readonly signal?: AbortSignal;
}

/** The events of a local input. */
export async function openInput(
  input: LocalInput,
  { connection, temporaryFolder }: Database,
  { range, signal }: OpenInputOptions,
): Promise<EventSource> {
  if (input.kind === 'store') {
    const { openStore } = await import('./store/open-store.ts');
    return openStore(input, { connection, ...(range && { range }) });
  }
  return openFiles(input, { connection, temporaryFolder, ...(range && { range }), ...(signal && { signal }) });
}
