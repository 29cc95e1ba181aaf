import type { BigIntStats } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { groupDigits } from '../../text/group-digits.ts';
import { EngineError } from '../engine-error.ts';
import { spool } from './spool.ts';

/** A file that can be read more than once. */
export interface InputFile {
  /** Absolute. */
  readonly path: string;
  /** As people know it: relative to where they are, or `<stdin>`. */
  readonly name: string;
  /** Bytes on disk. */
  readonly size: number;
}

export interface ExpandOptions {
  readonly cwd: string;
  readonly temporaryFolder: string;
  readonly stdin?: NodeJS.ReadableStream;
  readonly signal?: AbortSignal;
}

/** What was found, and what was left out on the way. */
export interface ExpandedPaths {
  readonly files: readonly InputFile[];
  readonly notices: readonly string[];
}

/** Files that services leave beside the logs; they hold no events. */
const otherFiles = /^(aws-logs-write-test|_SUCCESS|manifest\.json|.*\.md5|.*\.crc)$/;

/** A file with what makes it the same file by whatever path. */
interface FoundFile extends InputFile {
  readonly identity: string;
}

/**
 * The files behind paths, folders, globs and `-`, each once: in the order given, inside a folder or glob by path.
 * Whatever cannot be read twice (standard input, a pipe) is copied to the temporary folder first.
 */
export async function expandPaths(paths: readonly string[], options: ExpandOptions): Promise<ExpandedPaths> {
  const files = new Map<string, InputFile>();
  const notices: string[] = [];
  const links: string[] = [];
  for (const path of paths) {
    for (const { identity, ...file } of await expandPath(path, options, notices)) {
      const known = files.get(identity);
      if (!known) files.set(identity, file);
      else if (known.path !== file.path) links.push(file.name);
    }
  }
  if (links.length > 0) {
    notices.push(
      `Left out ${count(links.length, 'path')} to files that are read already by another path: ${firstOf(links)}.`,
    );
  }
  return { files: [...files.values()], notices };
}

async function expandPath(path: string, options: ExpandOptions, notices: string[]): Promise<FoundFile[]> {
  // It would stand for the current folder.
  if (path === '') throw new EngineError('A path is empty; name a file, or "." for the current folder.');
  if (path === '-') return [withPath(await spoolStdin(options))];
  const absolute = resolve(options.cwd, path);
  const found = await stat(absolute, { bigint: true }).catch((cause: NodeJS.ErrnoException) =>
    refuseUnlessMissing(path, cause),
  );
  if (found?.isFile()) return [foundFile(absolute, path, found)];
  if (found?.isDirectory()) return filesOf(path, '**/*', absolute, options, notices);
  if (found) return [withPath(await spoolPipe(path, absolute, options))];
  const { isDynamicPattern } = await import('tinyglobby');
  if (isDynamicPattern(path)) return filesOf(path, path, options.cwd, options, notices);
  throw new EngineError(`There is no file "${path}".`);
}

/** A folder that links to itself, or a link beside the file it names, would have the same events come twice. */
function foundFile(path: string, name: string, { dev, ino, size }: BigIntStats): FoundFile {
  const file = { path, name, size: Number(size) };
  // File systems that number no files say 0.
  return ino === 0n ? withPath(file) : { ...file, identity: `${dev} ${ino}` };
}

function withPath(file: InputFile): FoundFile {
  return { ...file, identity: file.path };
}

function refuseUnlessMissing(path: string, cause: NodeJS.ErrnoException): undefined {
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return undefined;
  throw new EngineError(`Cannot read "${path}": ${cause.message}.`, { cause });
}

async function filesOf(
  path: string,
  pattern: string,
  folder: string,
  { cwd, signal }: ExpandOptions,
  notices: string[],
): Promise<FoundFile[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  const found = await glob(pattern, {
    cwd: folder,
    absolute: true,
    onlyFiles: true,
    expandDirectories: false,
    ...(signal && { signal }),
  });
  const others = found.filter((file) => otherFiles.test(basename(file)));
  if (others.length > 0) {
    const names = [...new Set(others.map((file) => basename(file)))].join(', ');
    notices.push(`Left out ${count(others.length, 'file')} that hold no events: ${names}.`);
  }
  const events = found.filter((file) => !others.includes(file)).sort((a, b) => (a < b ? -1 : 1));
  if (events.length === 0) {
    throw new EngineError(
      isDynamicPattern(path) ? `No file matches "${path}".` : `There are no files in the folder "${path}".`,
    );
  }
  return Promise.all(
    events.map(async (file) => {
      const found = await stat(file, { bigint: true }).catch(() => undefined);
      return found
        ? foundFile(file, nameFrom(cwd, file), found)
        : withPath({ path: file, name: nameFrom(cwd, file), size: 0 });
    }),
  );
}

function nameFrom(cwd: string, file: string): string {
  const name = relative(cwd, file);
  return name.startsWith('..') ? file : name;
}

async function spoolStdin({ stdin, temporaryFolder, signal }: ExpandOptions): Promise<InputFile> {
  if (!stdin) throw new EngineError('Standard input ("-") cannot be read here.');
  await mkdir(temporaryFolder, { recursive: true });
  const path = join(temporaryFolder, 'stdin');
  return { path, name: '<stdin>', size: await spool(stdin, path, signal) };
}

async function spoolPipe(name: string, from: string, { temporaryFolder, signal }: ExpandOptions): Promise<InputFile> {
  await mkdir(temporaryFolder, { recursive: true });
  const path = join(temporaryFolder, `pipe-${from.replaceAll(/\W/g, '-')}`);
  return { path, name, size: await spool(from, path, signal) };
}

/** `1 file`, `3 files`. */
export function count(number: number, noun: string): string {
  return `${groupDigits(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** A few names, and how many more there are. */
export function firstOf(names: readonly string[]): string {
  const shown = names
    .slice(0, 3)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
