import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EngineError } from '../engine-error.ts';

/** Makes the data folder where it is not there; throws a sentence where it cannot be one. */
export async function makeStoreFolder(dataFolder: string): Promise<void> {
  await refuseFile(dataFolder);
  // One by one: Node's own way never ends below a folder such as /proc, where nothing can be made.
  for (const folder of await missingFolders(dataFolder)) {
    try {
      await mkdir(folder);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new EngineError(`Cannot make the data folder "${dataFolder}": ${reason(cause)}.`, { cause });
    }
  }
}

/** Throws where a file stands in place of the data folder, or of a folder above it or in it. */
export async function refuseFile(dataFolder: string): Promise<void> {
  for (const path of [...pathsAbove(dataFolder).reverse(), join(dataFolder, 'groups')]) {
    const found = await stat(path).catch(() => undefined);
    if (!found) return;
    if (found.isDirectory()) continue;
    throw new EngineError(
      path === dataFolder
        ? `The data folder "${path}" is a file; a folder is wanted.`
        : `Nothing can be kept in the data folder "${dataFolder}": "${path}" is a file, and a folder is wanted there.`,
    );
  }
}

/** The folder and those above it, down to those that are not there; the outermost comes first. */
async function missingFolders(folder: string): Promise<string[]> {
  const missing: string[] = [];
  for (const path of pathsAbove(folder)) {
    if (await stat(path).catch(() => undefined)) break;
    missing.unshift(path);
  }
  return missing;
}

/** A path and all above it, the root last. */
function pathsAbove(path: string): string[] {
  const above = dirname(path);
  return above === path ? [path] : [path, ...pathsAbove(above)];
}

function reason(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'permission is denied';
  if (code === 'ENOENT' || code === 'EROFS') return 'nothing can be written there';
  if (code === 'ENOSPC') return 'the disk is full';
  return message;
}
