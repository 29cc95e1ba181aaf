import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { PeekedFile } from './peek.ts';

/**
 * Unpacks gzip files once more to compare their checksums: DuckDB does not look at them, and a damaged byte changes
 * what comes behind it without a word. Answers a sentence for each file that is damaged.
 */
export async function findDamage(files: readonly PeekedFile[], signal?: AbortSignal): Promise<readonly string[]> {
  const sentences: string[] = [];
  for (const file of files.filter(needsCheck)) {
    const reason = await damageOf(file, signal);
    if (reason !== undefined) {
      sentences.push(`"${file.name}" is damaged (${reason}); events in it may be missing or garbled.`);
    }
  }
  return sentences;
}

/** Bytes at a time: small pieces take twice as long. */
const largePieces = 1 << 20;

/** The slower reader tells of damage itself. */
function needsCheck({ compression, isProven, needsCleaning, broken }: PeekedFile): boolean {
  return compression === 'gzip' && !isProven && !needsCleaning && broken === undefined;
}

async function damageOf({ path }: PeekedFile, signal?: AbortSignal): Promise<string | undefined> {
  const file = createReadStream(path, { highWaterMark: largePieces });
  const unpacked = createGunzip({ chunkSize: largePieces });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(file, unpacked, nowhere, signal ? { signal } : {});
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_')) return message;
    throw error;
  }
}
