import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase, type Database } from '../database.ts';
import { explainFailure } from '../failure.ts';
import { groupsOf, inspectFiles, tellBroken } from '../input/inspect-files.ts';
import type { PeekedFile } from '../input/peek.ts';
import type { FileInput } from '../local-input.ts';
import { watchProgress, type Progress } from '../progress.ts';
import type { ReaderContext } from '../reader.ts';
import { checkGroupName } from './group-name.ts';
import { checkSegments } from './check-segments.ts';
import { hashFile } from './file-hash.ts';
import { groupFolder, readManifest, writeManifest, type Manifest, type Segment } from './manifest.ts';
import { withWriteLock } from './write-lock.ts';
import { writeSegment } from './write-segment.ts';

export interface ImportOptions {
  readonly dataFolder: string;
  readonly logGroup: string;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly onNotice?: (sentence: string) => void;
  /** Told where events may be missing or changed, or come twice. */
  readonly onWarning?: (sentence: string) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** What an import did. */
export interface ImportSummary {
  readonly files: number;
  /** Files whose content the log group had already. */
  readonly known: number;
  readonly events: number;
  /** Bytes of the new files, and of what the store made of them. */
  readonly sourceBytes: number;
  readonly storedBytes: number;
  readonly elapsedMilliseconds: number;
}

/** Copies the events of files into the store of a log group; a file that is there already adds nothing. */
export async function importFiles(input: FileInput, options: ImportOptions): Promise<ImportSummary> {
  return withWriteLock(options.dataFolder, async () => {
    const database = await openDatabase();
    const interrupt = (): void => database.connection.interrupt();
    options.signal?.addEventListener('abort', interrupt, { once: true });
    try {
      return await importAll(input, options, database);
    } catch (error) {
      throw explainFailure(error, options.signal);
    } finally {
      options.signal?.removeEventListener('abort', interrupt);
      await database.close();
    }
  });
}

async function importAll(input: FileInput, options: ImportOptions, database: Database): Promise<ImportSummary> {
  const started = performance.now();
  const { dataFolder, logGroup, signal } = options;
  checkGroupName(logGroup);
  const context: ReaderContext = {
    connection: database.connection,
    temporaryFolder: database.temporaryFolder,
    ...(input.format && { format: input.format }),
    ...(signal && { signal }),
  };
  const found = await inspectFiles(input, context);
  for (const notice of found.notices) options.onNotice?.(notice);
  const files = found.files.filter(({ broken }) => broken === undefined);
  for (const file of found.files) {
    if (file.broken !== undefined) options.onWarning?.(`${tellBroken(file)} It is left out.`);
  }
  let manifest: Manifest = (await readManifest(dataFolder, logGroup)) ?? { version: 1, logGroup, segments: [] };
  await checkSegments(dataFolder, manifest);
  await removeOrphans(groupFolder(dataFolder, logGroup), manifest);

  const groups = groupsOf(files, found.reader);
  const batches = groups.flatMap(({ reader, files }) => inBatches(files).map((batch) => ({ reader, files: batch })));
  const known = createKnownFiles(files, manifest, signal);
  const meter = createMeter(files, database, options.onProgress);
  const added: Segment[] = [];
  for (const { reader, files: batch } of batches) {
    signal?.throwIfAborted();
    const fresh = await known.leaveOut(batch);
    if (fresh.length === 0) continue;
    for (const name of known.changedSince(fresh)) options.onWarning?.(tellChanged(name));
    const segment = await meter.measure(batch, () => writeSegment(fresh, reader, { ...options, context, database }));
    if (!segment) continue;
    manifest = { ...manifest, segments: [...manifest.segments, segment] };
    await writeManifest(dataFolder, manifest);
    added.push(segment);
  }
  return {
    ...summaryOf(added),
    files: files.length,
    known: known.count(),
    elapsedMilliseconds: performance.now() - started,
  };
}

/** Source bytes that come in together, unless one file is larger: a kill loses no more than this. */
const batchBytes = 256 * 1024 * 1024;

function inBatches(files: readonly PeekedFile[]): PeekedFile[][] {
  const batches: PeekedFile[][] = [];
  let room = 0;
  for (const file of files) {
    if (batches.length === 0 || file.size > room) {
      batches.push([]);
      room = batchBytes;
    }
    batches.at(-1)!.push(file);
    room -= file.size;
  }
  return batches;
}

/** Tells which files a log group has. Only files of equal size can be equal, so most are hashed just once, in passing. */
function createKnownFiles(files: readonly PeekedFile[], manifest: Manifest, signal?: AbortSignal) {
  const stored = manifest.segments.flatMap(({ sources }) => sources);
  const hashes = new Set(stored.map(({ hash }) => hash));
  const names = new Set(stored.map(({ name }) => name));
  const sizes = new Map<number, number>();
  for (const { size } of [...stored, ...files]) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  let count = 0;
  return {
    count: () => count,
    changedSince: (fresh: readonly PeekedFile[]) => fresh.map(({ name }) => name).filter((name) => names.has(name)),
    async leaveOut(candidates: readonly PeekedFile[]): Promise<PeekedFile[]> {
      const fresh: PeekedFile[] = [];
      for (const file of candidates) {
        const hash = sizes.get(file.size)! > 1 ? await hashFile(file, signal) : undefined;
        if (hash !== undefined && hashes.has(hash)) count++;
        else fresh.push(file);
        if (hash !== undefined) hashes.add(hash);
      }
      return fresh;
    },
  };
}

function tellChanged(name: string): string {
  return `"${name}" was imported before with other content; the events of then stay, so what is in both comes twice.`;
}

/** Adds the progress of one batch after another up to that of the import. */
function createMeter(files: readonly PeekedFile[], { connection }: Database, onProgress: ImportOptions['onProgress']) {
  const totalBytes = bytesOf(files);
  const started = performance.now();
  let done = 0;
  return {
    async measure<Result>(batch: readonly PeekedFile[], work: () => Promise<Result>): Promise<Result> {
      if (!onProgress) return work();
      const bytes = bytesOf(batch);
      await connection.run('SET enable_progress_bar=true; SET enable_progress_bar_print=false');
      const stop = watchProgress(connection, bytes, ({ fraction }) =>
        onProgress({
          fraction: (done + fraction * bytes) / Math.max(totalBytes, 1),
          totalBytes,
          elapsedMilliseconds: performance.now() - started,
        }),
      );
      try {
        return await work();
      } finally {
        stop();
        done += bytes;
      }
    },
  };
}

function bytesOf(files: readonly { readonly size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

function summaryOf(segments: readonly Segment[]) {
  return {
    events: segments.reduce((sum, { events }) => sum + events, 0),
    sourceBytes: bytesOf(segments.flatMap(({ sources }) => sources)),
    storedBytes: bytesOf(segments),
  };
}

/** A kill leaves a segment that no manifest names; nobody reads it. */
async function removeOrphans(folder: string, manifest: Manifest): Promise<void> {
  const named = new Set(['manifest.json', ...manifest.segments.map(({ file }) => file)]);
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.filter((name) => !named.has(name)).map((name) => rm(join(folder, name), { force: true })));
}
