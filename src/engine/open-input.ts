import type { TimeRange } from '../results/time-range.ts';
import type { Database } from './database.ts';
import { EngineError } from './engine-error.ts';
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
  if (input.kind !== 'files') throw new EngineError('Imported log groups cannot be asked yet; name files instead.');
  return openFiles(input, { connection, temporaryFolder, ...(range && { range }), ...(signal && { signal }) });
}
