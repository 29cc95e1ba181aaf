import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from './errors.ts';

/** Where a file is written and who may stop it. */
export interface OutFileOptions {
  readonly cwd: string;
  readonly signal?: AbortSignal;
}

/**
 * Writes pieces of text to a file, whole or not at all: until the last piece is there the file keeps what it had.
 * Throws `InputError` where the path cannot be written.
 */
export async function writeOutFile(
  path: string,
  pieces: AsyncIterable<string> | Iterable<string>,
  { cwd, signal }: OutFileOptions,
): Promise<void> {
  const target = await findTarget(path, resolve(cwd, path));
  // A device or a pipe has no former content to keep, and nothing may take its place.
  if (target.isSpecial) return writePieces(await openFile(path, target.path, 'w'), pieces, signal);
  // Loaded here: most answers go to standard output.
  const { randomBytes } = await import('node:crypto');
  const temporary = join(dirname(target.path), `.${basename(target.path)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = await openFile(path, temporary, 'wx', target.mode);
  try {
    await writePieces(file, pieces, signal);
    await rename(temporary, target.path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

interface Target {
  /** Behind symbolic links. */
  readonly path: string;
  /** Permissions of the file that is there. */
  readonly mode?: number;
  readonly isSpecial: boolean;
}

async function findTarget(name: string, path: string): Promise<Target> {
  let stats;
  try {
    stats = await stat(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { path, isSpecial: false };
    throw cannotWrite(name, cause);
  }
  if (stats.isDirectory()) throw new InputError(`Cannot write "${name}": it is a folder; name a file in it.`);
  return { path: await realpath(path), mode: stats.mode & 0o777, isSpecial: !stats.isFile() };
}

async function openFile(name: string, path: string, flags: string, mode = 0o666): Promise<FileHandle> {
  try {
    return await open(path, flags, mode);
  } catch (cause) {
    throw cannotWrite(name, cause);
  }
}

async function writePieces(
  file: FileHandle,
  pieces: AsyncIterable<string> | Iterable<string>,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    for await (const piece of pieces) {
      signal?.throwIfAborted();
      await file.writeFile(piece);
    }
    await file.sync().catch(ignoreUnsyncable);
  } finally {
    await file.close();
  }
}

/** A device or a pipe cannot be synced, and need not be. */
function ignoreUnsyncable(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP') throw error;
}

function cannotWrite(name: string, cause: unknown): InputError {
  return new InputError(`Cannot write "${name}": ${reason(name, cause as NodeJS.ErrnoException)}.`, { cause });
}

function reason(name: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `there is no folder "${dirname(name)}"`;
  if (code === 'ENOTDIR') return `"${dirname(name)}" is not a folder`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'permission is denied';
  return message;
}
