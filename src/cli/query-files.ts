import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from './errors.ts';

/** The query files that paths stand for: a file or `-` itself, and for a folder every `.cwli` file below it. */
export async function findQueryFiles(paths: readonly string[], cwd: string): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (path === '-' || !(await isFolder(resolve(cwd, path)))) files.push(path);
    else {
      const found = await filesBelow(path, cwd);
      if (found.length === 0) throw new InputError(`There is no query file (*.cwli) in "${path}".`);
      files.push(...found);
    }
  }
  return [...new Set(files)];
}

async function filesBelow(folder: string, cwd: string): Promise<string[]> {
  const entries = await readdir(resolve(cwd, folder), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') found.push(...(await filesBelow(path, cwd)));
    } else if (entry.name.endsWith('.cwli')) found.push(path);
  }
  return found;
}

/** A path that is not there is left to whoever reads it. */
async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
