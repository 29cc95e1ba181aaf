import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { EngineError } from '../engine-error.ts';

/**
 * Copies a stream or a pipe to a file and answers its bytes. What comes through a pipe can be read only once, and
 * DuckDB loses rows of a `/dev/stdin` that somebody peeked at.
 */
export async function spool(from: NodeJS.ReadableStream | string, to: string, signal?: AbortSignal): Promise<number> {
  const source = typeof from === 'string' ? createReadStream(from) : from;
  try {
    await pipeline(source, createWriteStream(to), signal ? { signal } : {});
  } catch (cause) {
    signal?.throwIfAborted();
    throw new EngineError(`Cannot read ${typeof from === 'string' ? `"${from}"` : 'standard input'}.`, { cause });
  }
  return (await stat(to)).size;
}
