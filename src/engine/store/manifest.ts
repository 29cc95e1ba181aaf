import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EngineError } from '../engine-error.ts';
import { refuseFile } from './store-folder.ts';

/** What is imported of a log group. It is replaced as a whole, so any number of processes may read while one writes. */
export interface Manifest {
  readonly version: 1;
  readonly logGroup: string;
  readonly segments: readonly Segment[];
}

/** A Parquet file of events. */
export interface Segment {
  /** Name in the group's folder. */
  readonly file: string;
  /** The files it was made of; they came in together or not at all. */
  readonly sources: readonly ImportedFile[];
  readonly events: number;
  /** Events whose text is kept because the fields do not rebuild it. */
  readonly kept: number;
  /** Bytes on disk. */
  readonly size: number;
  /** Bytes of the events' text, roughly. */
  readonly textBytes: number;
  /** Its events are lines of a Lambda function. */
  readonly isLambda?: boolean;
  /** First and last event time in epoch milliseconds; absent where no event has a time. */
  readonly start?: number;
  readonly end?: number;
  /** The format whose fields are its columns, as a format string. */
  readonly format?: string;
  /** System columns that it has: `@timestamp`, `@logStream` … */
  readonly columns: readonly string[];
  /** When it was imported, ISO 8601. */
  readonly imported: string;
}

export interface ImportedFile {
  /** SHA-256 of the bytes: what makes a file the same file. */
  readonly hash: string;
  readonly name: string;
  /** Bytes on disk. */
  readonly size: number;
}

const manifestName = 'manifest.json';

/** The folder of a log group; its name is readable and no longer than file systems take. */
export function groupFolder(dataFolder: string, logGroup: string): string {
  const name = encodeURIComponent(logGroup).replaceAll('*', '%2A').replace(/^\./, '%2E');
  const hash = createHash('sha256').update(logGroup).digest('hex').slice(0, 16);
  return join(dataFolder, 'groups', name.length <= 150 ? name : `${name.slice(0, 130)}~${hash}`);
}

/** The manifest of a log group; `undefined` where nothing was imported. */
export async function readManifest(dataFolder: string, logGroup: string): Promise<Manifest | undefined> {
  return readManifestFile(join(groupFolder(dataFolder, logGroup), manifestName));
}

/** The manifests of all log groups, by name. */
export async function readManifests(dataFolder: string): Promise<readonly Manifest[]> {
  const folder = join(dataFolder, 'groups');
  await refuseFile(dataFolder);
  const names = await readdir(folder).catch(noneIfMissing);
  const manifests = await Promise.all(names.map((name) => readManifestFile(join(folder, name, manifestName))));
  return manifests
    .filter((manifest) => manifest !== undefined)
    .sort((left, right) => (left.logGroup < right.logGroup ? -1 : 1));
}

async function readManifestFile(path: string): Promise<Manifest | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw new EngineError(`Cannot read the local store: ${(cause as Error).message}.`, { cause });
  }
  const manifest = parse(text, path);
  if (typeof manifest.version === 'number' && manifest.version > 1) {
    throw new EngineError(`"${path}" was written by a newer flowq (store version ${String(manifest.version)}).`);
  }
  if (!isManifest(manifest)) throw damaged(path, 'it does not say what is imported');
  return manifest;
}

function parse(text: string, path: string): Partial<Record<keyof Manifest, unknown>> {
  try {
    return Object(JSON.parse(text)) as Partial<Record<keyof Manifest, unknown>>;
  } catch (cause) {
    throw damaged(path, 'it is no JSON', cause);
  }
}

function isManifest(value: Partial<Record<keyof Manifest, unknown>>): value is Manifest {
  const { version, logGroup, segments } = value;
  return version === 1 && typeof logGroup === 'string' && Array.isArray(segments) && segments.every(isSegment);
}

function isSegment(value: unknown): boolean {
  const { file, sources, columns, size, events } = Object(value) as Partial<Record<keyof Segment, unknown>>;
  const isCounted = typeof size === 'number' && typeof events === 'number';
  return isCounted && typeof file === 'string' && Array.isArray(sources) && Array.isArray(columns);
}

function damaged(path: string, what: string, cause?: unknown): EngineError {
  return new EngineError(`"${path}" is damaged: ${what}. Remove its folder and import again.`, { cause });
}

/** Replaces the manifest of a log group, so that a reader sees the old one or the new one. */
export async function writeManifest(dataFolder: string, manifest: Manifest): Promise<void> {
  const path = join(groupFolder(dataFolder, manifest.logGroup), manifestName);
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const file = await open(temporary, 'wx');
  try {
    await file.writeFile(`${JSON.stringify(manifest, undefined, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Makes what was written to a folder outlast a power cut, where the system can. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function noneIfMissing(cause: unknown): string[] {
  if (isMissing(cause)) return [];
  throw new EngineError(`Cannot read the local store: ${(cause as Error).message}.`, { cause });
}

function isMissing(cause: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '');
}
