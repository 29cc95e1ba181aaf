import { EngineError } from '../engine-error.ts';
import type { FileInput } from '../local-input.ts';
import type { Reader, ReaderContext } from '../reader.ts';
import { findReader, readerNames, readers } from '../readers.ts';
import { count, expandPaths, firstOf, type InputFile } from './expand-paths.ts';
import { mayHold } from './partition-time.ts';
import { peekFile, type PeekedFile } from './peek.ts';
import { isCleanFile } from './scan-file.ts';

/** What stands at the paths of an input. */
export interface InspectedFiles {
  readonly files: readonly PeekedFile[];
  /** The reader that the person named. */
  readonly reader?: Reader;
  readonly notices: readonly string[];
}

/** Finds the files of an input and reads the beginning of each. */
export async function inspectFiles(input: FileInput, context: ReaderContext): Promise<InspectedFiles> {
  const reader = readerOf(input);
  const { files, notices } = await expandPaths(input.paths, { ...input, ...context });
  const inRange = inTimeRange(files, context);
  const { peeked, vanished } = await inTurns(inRange.files, context.signal, async (file) => peekFile(file));
  refuseBroken(peeked);
  return {
    files: peeked,
    ...(reader && { reader }),
    notices: [...notices, ...inRange.notices, ...tellVanished(vanished)],
  };
}

/** One broken file among others is left out with a warning; where there is nothing else, there is no answer. */
function refuseBroken(files: readonly PeekedFile[]): void {
  const first = files.find(({ broken }) => broken !== undefined);
  if (first && files.every(({ broken, size }) => broken !== undefined || size === 0)) {
    throw new EngineError(tellBroken(first));
  }
}

/** The sentence about a file of which nothing can be read. */
export function tellBroken({ name, broken = '' }: PeekedFile): string {
  return `Cannot read "${name}": ${broken}.`;
}

function readerOf({ inputFormat }: FileInput): Reader | undefined {
  if (inputFormat === undefined) return undefined;
  const reader = findReader(inputFormat);
  if (!reader) throw new EngineError(`There is no input format "${inputFormat}"; choose ${readerNames.join(', ')}.`);
  return reader;
}

/** Files that one reader opens together. */
export interface FileGroup {
  readonly reader: Reader;
  readonly files: PeekedFile[];
}

/** Interleaved kinds beyond this many runs are read kind by kind; ties then come in that order. */
const mostRuns = 64;

/** Neighbours that one reader can open together; empty files hold nothing to open. */
export function groupsOf(files: readonly PeekedFile[], given: Reader | undefined): FileGroup[] {
  const keyed = files
    .filter(({ broken }) => broken === undefined)
    .filter((file) => file.lines.length > 0 || file.isParquet || file.needsCleaning || file.hasMore)
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
const atOnce = 8;

/** Reads every file to its end: those that DuckDB cannot read are marked for the slower reader. */
export async function checkFiles(files: readonly PeekedFile[], signal?: AbortSignal) {
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

/** The sentence about files that were found and are gone. */
export function tellVanished(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [`${count(names.length, 'file')} vanished before being read: ${firstOf(names)}.`];
}
