import { EngineError } from './engine-error.ts';
import type { EventSource } from './event-source.ts';
import { count, expandPaths, type InputFile } from './input/expand-paths.ts';
import { mayHold } from './input/partition-time.ts';
import { peekFile, type PeekedFile } from './input/peek.ts';
import { isCleanFile } from './input/scan-file.ts';
import { joinParts, type OpenedPart } from './join-parts.ts';
import type { FileInput } from './local-input.ts';
import type { Reader, ReaderContext } from './reader.ts';
import { findReader, readerNames, readers } from './readers.ts';

/** The events of files, folders, globs and standard input; each file's kind is found from its beginning. */
export async function openFiles(input: FileInput, context: ReaderContext): Promise<EventSource> {
  const reader = readerOf(input);
  await context.connection.run("SET TimeZone = 'UTC'");
  const { files, notices } = await expandPaths(input.paths, { ...input, ...context });
  const inRange = inTimeRange(files, context);
  const { peeked, vanished } = await peekAll(inRange.files, context.signal);
  const told = [...notices, ...inRange.notices, ...tellVanished(vanished), ...tellTorn(peeked)];
  const withFormat = input.format ? { ...context, format: input.format } : context;
  return openPeeked(peeked, reader, withFormat, told);
}

function readerOf({ inputFormat }: FileInput): Reader | undefined {
  if (inputFormat === undefined) return undefined;
  const reader = findReader(inputFormat);
  if (!reader) throw new EngineError(`There is no input format "${inputFormat}"; choose ${readerNames.join(', ')}.`);
  return reader;
}

async function openPeeked(
  files: readonly PeekedFile[],
  given: Reader | undefined,
  context: ReaderContext,
  notices: readonly string[],
): Promise<EventSource> {
  const parts: OpenedPart[] = [];
  for (const group of groupsOf(files, given)) {
    parts.push({ ...group, part: await group.reader.open(group.files, context) });
  }
  const source = joinParts(parts, context.format);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const arePlain = files.every(({ compression, isParquet }) => compression === 'none' && !isParquet);
  return {
    ...source,
    ...(arePlain && { bytes: size }),
    size,
    notices: [...notices, ...(source.notices ?? [])],
    ...(!context.isSecondTry && {
      retry: async (error) => {
        if (!isAboutReading(error)) return undefined;
        const checked = await checkAll(files, context.signal);
        const lost = [...notices, ...tellVanished(checked.vanished)];
        return openPeeked(checked.peeked, given, { ...context, isSecondTry: true }, lost);
      },
    }),
  };
}

interface FileGroup {
  readonly reader: Reader;
  readonly files: PeekedFile[];
}

/** Interleaved kinds beyond this many runs are read kind by kind; ties then come in that order. */
const mostRuns = 64;

/** Neighbours that one reader can open together; empty files hold nothing to open. */
function groupsOf(files: readonly PeekedFile[], given: Reader | undefined): FileGroup[] {
  const keyed = files
    .filter((file) => file.text.trim() !== '' || file.isParquet || file.needsCleaning || file.hasMore)
    .map((file) => {
      const reader = given ?? readers.find((candidate) => candidate.recognises(file))!;
      return { file, reader, key: `${reader.name}\n${reader.groupOf?.(file) ?? ''}` };
    });
  const runs: (FileGroup & { readonly key: string })[] = [];
  for (const { file, reader, key } of keyed) {
    if (runs.at(-1)?.key === key) runs.at(-1)!.files.push(file);
    else runs.push({ key, reader, files: [file] });
  }
  if (runs.length <= mostRuns) return runs;
  return [...groupByKey(runs).values()];
}

function groupByKey(runs: readonly (FileGroup & { readonly key: string })[]): Map<string, FileGroup> {
  const groups = new Map<string, FileGroup>();
  for (const { key, reader, files } of runs) {
    const group = groups.get(key);
    if (group) group.files.push(...files);
    else groups.set(key, { reader, files: [...files] });
  }
  return groups;
}

function inTimeRange(files: readonly InputFile[], { range }: ReaderContext) {
  if (!range) return { files, notices: [] };
  const kept = files.filter(({ path }) => mayHold(path, range));
  const left = files.length - kept.length;
  const notice = `Left out ${left} of ${count(files.length, 'file')}: by their path they end before or begin after the time range (with a day of slack).`;
  return { files: kept, notices: left === 0 ? [] : [notice] };
}

/** Files are opened this many at a time. */
const atOnce = 16;

async function peekAll(files: readonly InputFile[], signal?: AbortSignal) {
  return inTurns(files, signal, async (file) => peekFile(file));
}

/** Reads every file to its end: those that DuckDB cannot read are marked for the slower reader. */
async function checkAll(files: readonly PeekedFile[], signal?: AbortSignal) {
  return inTurns(files, signal, async (file): Promise<PeekedFile | undefined> => {
    if (file.isParquet) return (await peekFile(file)) && file;
    if (file.needsCleaning) return file;
    const isClean = await isCleanFile(file, signal);
    return isClean === undefined ? undefined : { ...file, needsCleaning: !isClean };
  });
}

async function inTurns<File extends InputFile>(
  files: readonly File[],
  signal: AbortSignal | undefined,
  look: (file: File) => Promise<PeekedFile | undefined>,
) {
  const peeked: PeekedFile[] = [];
  const vanished: string[] = [];
  for (let first = 0; first < files.length; first += atOnce) {
    signal?.throwIfAborted();
    const turn = files.slice(first, first + atOnce);
    const found = await Promise.all(turn.map(look));
    found.forEach((file, index) => (file ? peeked.push(file) : vanished.push(turn[index]!.name)));
  }
  return { peeked, vanished };
}

function tellVanished(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`${count(names.length, 'file')} vanished before being read: ${firstOf(names)}.`];
}

function tellTorn(files: readonly PeekedFile[]): string[] {
  const torn = files.filter(
    (file) => file.isTorn && file.text.trimEnd().at(-1) !== '}' && file.text.trimEnd().at(-1) !== ']',
  );
  if (torn.length === 0) return [];
  const names = firstOf(torn.map(({ name }) => name));
  return [`No line end after the last line of ${names}: it may be cut off; it counts as an event.`];
}

function firstOf(names: readonly string[]): string {
  const shown = names
    .slice(0, 3)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

/** DuckDB's errors that come from the bytes of a file, not from the query. */
function isAboutReading(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /CSV|JSON|GZIP|gzip|zstd|ZSTD|IO Error|No files found|Cannot open file|unicode|UTF-?8|flowq: /i.test(
    error.message,
  );
}
