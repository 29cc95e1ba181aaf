import { randomBytes } from 'node:crypto';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogFormat } from '../../formats/format.ts';
import { printFormat } from '../../formats/print.ts';
import type { Database } from '../database.ts';
import type { EventSource } from '../event-source.ts';
import { count, firstOf } from '../input/expand-paths.ts';
import type { PeekedFile } from '../input/peek.ts';
import { sqlName, sqlString } from '../input/sql-text.ts';
import { inferSourceFormat } from '../source-format.ts';
import { openInspected } from '../open-files.ts';
import type { Reader, ReaderContext } from '../reader.ts';
import { headerReader } from '../readers/header.ts';
import { jsonLinesReader } from '../readers/json-lines.ts';
import { textReader } from '../readers/text.ts';
import { hashFiles, watchForChanges } from './file-hash.ts';
import { groupFolder, syncFolder, type Segment } from './manifest.ts';
import { messageColumn, segmentColumns, timeColumn } from './segment-columns.ts';

export interface WriteSegmentOptions {
  readonly dataFolder: string;
  readonly logGroup: string;
  readonly database: Database;
  readonly context: ReaderContext;
  readonly now: () => Date;
  readonly onNotice?: (sentence: string) => void;
  /** Told where events may be missing or changed. */
  readonly onWarning?: (sentence: string) => void;
}

/**
 * Writes the events of files into a new Parquet file of a log group. It counts only once a manifest names it.
 * `undefined`: the files hold no events.
 */
export async function writeSegment(
  files: readonly PeekedFile[],
  reader: Reader,
  options: WriteSegmentOptions,
): Promise<Segment | undefined> {
  const { dataFolder, logGroup, context, now } = options;
  const folder = groupFolder(dataFolder, logGroup);
  await mkdir(folder, { recursive: true });
  const file = `${now().toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}.parquet`;
  const path = join(folder, file);
  try {
    const refuseChanges = await watchForChanges(files);
    const source = await openInspected(files, reader, context);
    for (const notice of source.notices ?? []) options.onNotice?.(notice);
    const [written, [hashes, damage]] = await allDone(
      copyEvents(source, path, { ...options, settings: `${parquetOptions}${rowGroupsOf(files, reader)}` }),
      allDone(hashFiles(files, context.signal), source.findDamage?.() ?? Promise.resolve([])),
    );
    for (const sentence of damage) options.onWarning?.(sentence);
    // An interrupt that comes between two statements stops neither.
    context.signal?.throwIfAborted();
    await refuseChanges();
    const counts = await countEvents(path, written, options.database);
    if (counts.events === 0) {
      await rm(path, { force: true });
      return undefined;
    }
    const { format } = options.context;
    if (format && counts.kept > 0) options.onWarning?.(tellOtherRecords(counts, format, files));
    await syncFile(path);
    await syncFolder(folder);
    return {
      file,
      sources: files.map(({ name, size }, index) => ({ hash: hashes[index]!, name, size })),
      ...counts,
      size: (await stat(path)).size,
      textBytes: written.textBytes,
      ...(written.isLambda && { isLambda: true }),
      ...(written.format && { format: printFormat(written.format) }),
      columns: written.system,
      imported: now().toISOString(),
    };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Of a format that the person gave: one that was inferred fits. */
function tellOtherRecords(
  { events, kept }: Pick<Segment, 'events' | 'kept'>,
  format: LogFormat,
  files: readonly PeekedFile[],
): string {
  const of = `the ${count(events, 'event')} of ${firstOf(files.map(({ name }) => name))}`;
  const are = `records of the format ${format.name ?? printFormat(format)}`;
  if (kept === events) return `None of ${of} are ${are}; they are kept as text, without its fields.`;
  return `${kept.toLocaleString('en-US')} of ${of} are no ${are}; they are kept as text, without its fields.`;
}

/** Both results, or the first failure once both have ended: DuckDB must not be closed while it copies. */
async function allDone<First, Second>(first: Promise<First>, second: Promise<Second>): Promise<[First, Second]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

interface WrittenColumns {
  readonly system: readonly string[];
  readonly textBytes: number;
  readonly isLambda: boolean;
  readonly format?: LogFormat;
}

/**
 * A low level of zstd and small dictionaries cost half the time of DuckDB's defaults and are no larger: values of flow
 * logs either repeat a lot or not at all.
 */
const parquetOptions =
  'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 4000, PARQUET_VERSION v2';

/**
 * DuckDB reads the lines of a single file in blocks of 8 MB. Size 0 makes a row group of each block, where any other
 * has all rows copied once more, on one thread. Files that are several become row groups of the usual size.
 */
function rowGroupsOf(files: readonly PeekedFile[], reader: Reader): string {
  const isLineByLine = [textReader, headerReader, jsonLinesReader].includes(reader);
  return files.length === 1 && isLineByLine ? ', ROW_GROUP_SIZE 0' : '';
}

async function copyEvents(
  source: EventSource,
  path: string,
  options: WriteSegmentOptions & { readonly settings: string },
): Promise<WrittenColumns> {
  const format =
    options.context.format ??
    source.shape.format ??
    (await inferSourceFormat(source, options.database, options.onNotice));
  const { select, system } = segmentColumns(source, format);
  options.context.signal?.throwIfAborted();
  try {
    await options.database.connection.run(`COPY (${select}) TO ${sqlString(path)} (${options.settings})`);
  } catch (error) {
    const again = options.context.signal?.aborted ? undefined : await source.retry?.(error);
    if (!again) throw error;
    for (const notice of again.notices ?? []) options.onNotice?.(notice);
    return copyEvents(again, path, options);
  }
  for (const warning of source.warnings?.() ?? []) options.onWarning?.(warning);
  const isLambda = source.shape.kind === 'lines' && source.shape.isLambda === true;
  return { system, isLambda, textBytes: source.bytes ?? source.size ?? 0, ...(format && { format }) };
}

async function countEvents(path: string, { system, format }: WrittenColumns, { connection }: Database) {
  const time = system.includes(timeColumn) ? sqlName(timeColumn) : 'NULL';
  const answer = await connection.runAndReadAll(
    `SELECT count(*), ${format ? `count(${sqlName(messageColumn)})` : 0}, min(${time}), max(${time})
     FROM read_parquet(${sqlString(path.replace(/[*?[]/g, '[$&]'))})`,
  );
  const [events, kept, start, end] = answer.getRows()[0]!;
  return {
    events: Number(events),
    kept: Number(kept),
    ...(start !== null && { start: Number(start), end: Number(end) }),
  };
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
