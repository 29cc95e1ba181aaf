import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { EngineError } from '../engine-error.ts';
import type { InputFile } from '../input/expand-paths.ts';

/** SHA-256 of a file's bytes. */
export async function hashFile({ path }: InputFile, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path);
  try {
    for await (const bytes of blocksOf(file)) {
      signal?.throwIfAborted();
      hash.update(bytes);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

const blockBytes = 512 * 1024;

/** The bytes of a file; one block is read while the other is looked at, and no memory is taken for more. */
async function* blocksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  const read = (block: Uint8Array) => file.read(block, 0, blockBytes);
  let [current, spare] = [new Uint8Array(blockBytes), new Uint8Array(blockBytes)];
  let reading = read(current);
  for (;;) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) return;
    reading = read(spare);
    // Nobody waits for it where the caller stops early.
    reading.catch(() => undefined);
    yield current.subarray(0, bytesRead);
    [current, spare] = [spare, current];
  }
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
