import { byteStream, DamagedArchive } from './byte-stream.ts';
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

/** The slower reader tells of damage itself. */
function needsCheck({ compression, isProven, needsCleaning, broken }: PeekedFile): boolean {
  return compression === 'gzip' && !isProven && !needsCleaning && broken === undefined;
}

async function damageOf({ path }: PeekedFile, signal?: AbortSignal): Promise<string | undefined> {
  try {
    for await (const chunk of byteStream(path, 'gzip', signal)) void chunk;
    return undefined;
  } catch (error) {
    if (error instanceof DamagedArchive) return error.message;
    throw error;
  }
}
