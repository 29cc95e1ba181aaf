import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { EngineError } from '../engine-error.ts';
import type { InputFile } from '../input/expand-paths.ts';

/** SHA-256 of a file's bytes. */
export async function hashFile({ path }: InputFile, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash, signal ? { signal } : {});
  return hash.digest('hex');
}

/** The hashes of files, one after another. */
export async function hashFiles(files: readonly InputFile[], signal?: AbortSignal): Promise<string[]> {
  const hashes: string[] = [];
  for (const file of files) hashes.push(await hashFile(file, signal));
  return hashes;
}

/** Answers a check that throws where a file was written to in between. */
export async function watchForChanges(files: readonly InputFile[]): Promise<() => Promise<void>> {
  const before = await Promise.all(files.map(versionOf));
  return async () => {
    const after = await Promise.all(files.map(versionOf));
    const changed = files.find((_, index) => before[index] !== after[index]);
    if (changed)
      throw new EngineError(`"${changed.name}" changed while it was imported; import it when it is complete.`);
  };
}

async function versionOf({ path, name }: InputFile): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size} ${mtimeMs}`;
  } catch (cause) {
    throw new EngineError(`"${name}" vanished while it was imported.`, { cause });
  }
}
