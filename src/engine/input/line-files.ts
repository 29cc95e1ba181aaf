import { join } from 'node:path';
import type { SplitReading } from '../../sql/split-reading.ts';
import type { ReaderContext } from '../reader.ts';
import { cleanFile, type CleanedFile } from './clean-file.ts';
import { count, firstOf } from './expand-paths.ts';
import { unescapeSql } from './line-bytes.ts';
import { numberCheck } from './number-check.ts';
import type { PeekedFile } from './peek.ts';
import { sqlPaths, sqlString } from './sql-text.ts';

/** Lines of files as SQL. */
export interface LineFiles {
  /** A SELECT with the column `line` (VARCHAR, NULL for a blank line) and, if asked for, `file` (the path of the text). */
  readonly select: string;
  /** The same lines split while they are read, where DuckDB reads the files as they are, all in one way. */
  readonly split?: SplitReading;
  /** Known before the lines are read. */
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
}

export interface LineOptions {
  /** Lines to leave out at the beginning of each file. */
  readonly skip?: number;
  readonly withFile?: boolean;
}

/** DuckDB's own limit for a line, unless told otherwise. */
const usualLongestLine = 2_000_000;

/** The lines of files in their order, through DuckDB's reader; files that it would refuse are mended first. */
export async function openLines(
  files: readonly PeekedFile[],
  context: ReaderContext,
  options: LineOptions = {},
): Promise<LineFiles> {
  const warnings: string[] = [];
  const texts: TextFile[] = [];
  for (const file of files) {
    if (!file.needsCleaning) {
      texts.push({ path: file.path, compression: file.compression });
      continue;
    }
    const cleaned = await cleanFile(file, cleanPath(file, context), context.signal);
    texts.push({ path: cleaned.path, compression: 'none', cleaned });
    warnings.push(...tellMended(file, cleaned));
  }
  const runs = runsOf(texts);
  const [only] = runs;
  const isPlain = runs.length === 1 && only![0]!.cleaned === undefined && !context.isSecondTry;
  return {
    select: runs.map((run) => readLines(run, options)).join(' UNION ALL '),
    ...(isPlain && { split: splitReading(only!, files, options) }),
    notices: tellTorn(files),
    warnings,
  };
}

/** Lines enough to tell what the others are like. */
const sampleLines = 2000;

function sampleOf(files: readonly PeekedFile[], { skip = 0 }: LineOptions): readonly string[] {
  const each = Math.ceil(sampleLines / files.length);
  return files.slice(0, sampleLines).flatMap(({ lines }) => lines.slice(skip, skip + each));
}

/** Where the mended copy of a file stands; `openLines` may be asked for the same file twice. */
export function cleanPath(file: PeekedFile, { temporaryFolder }: ReaderContext): string {
  return join(temporaryFolder, `lines-${Buffer.from(file.path).toString('base64url').slice(-80)}-${file.size}`);
}

interface TextFile {
  readonly path: string;
  readonly compression: PeekedFile['compression'];
  readonly cleaned?: CleanedFile;
}

/** Neighbours that one `read_csv` can read: an order across runs is the order of the files. */
function runsOf(texts: readonly TextFile[]): TextFile[][] {
  const runs: TextFile[][] = [];
  for (const text of texts) {
    const last = runs.at(-1);
    if (last && keyOf(last[0]!) === keyOf(text)) last.push(text);
    else runs.push([text]);
  }
  return runs;
}

function keyOf({ compression, cleaned }: TextFile): string {
  return `${compression} ${cleaned ? `${cleaned.needsUnescape} ${Math.max(cleaned.longestLine, usualLongestLine)}` : ''}`;
}

function readLines(run: readonly TextFile[], options: LineOptions): string {
  const { cleaned } = run[0]!;
  const from = readText(run, options, [
    "delim=''",
    "columns={'line': 'VARCHAR'}",
    ...(cleaned && cleaned.longestLine > usualLongestLine ? [`max_line_size=${cleaned.longestLine + 2}`] : []),
    ...(options.withFile ? ["filename='file'"] : []),
  ]);
  const line = cleaned?.needsUnescape ? `${unescapeSql('line')} AS line` : 'line';
  return `SELECT ${line}${options.withFile ? ', file' : ''} FROM ${from}`;
}

/** An empty part is a text too: no part can be a line end, so that stands for NULL where nothing else does. */
function splitReading(run: readonly TextFile[], files: readonly PeekedFile[], options: LineOptions): SplitReading {
  return {
    sample: sampleOf(files, options),
    // A line that was cut off would be found last, when all the others are read.
    isRagged: files.some(({ isTorn }) => isTorn),
    ...(run[0]!.compression === 'none' && { numberCheck: (separator) => numberCheck(files, separator) }),
    relation: ({ separator, names, isPadded, numbers }) => {
      const columns = names.map((name) => `${sqlString(name)}: '${numbers.has(name) ? 'DOUBLE' : 'VARCHAR'}'`);
      return readText(run, options, [
        `delim=${sqlString(separator)}`,
        `columns={${columns.join(', ')}}`,
        `null_padding=${isPadded}`,
        `nullstr='${numbers.size > 0 ? '-' : '\n'}'`,
      ]);
    },
  };
}

function readText(run: readonly TextFile[], { skip = 0 }: LineOptions, settings: readonly string[]): string {
  const all = [
    ...settings,
    "quote=''",
    "escape=''",
    'header=false',
    'auto_detect=false',
    `compression='${run[0]!.compression}'`,
    ...(skip > 0 ? [`skip=${skip}`] : []),
  ];
  return `read_csv(${sqlPaths(run.map(({ path }) => path))}, ${all.join(', ')})`;
}

function tellMended({ name }: PeekedFile, { invalid, escaped, damage }: CleanedFile): string[] {
  return [
    ...(invalid > 0
      ? [`"${name}": ${count(invalid, 'line')} with bytes that are not UTF-8; they read as U+FFFD.`]
      : []),
    ...(escaped > 0
      ? [`"${name}": ${count(escaped, 'NUL or lone carriage return')} inside lines; they are part of the text.`]
      : []),
    ...(damage === undefined ? [] : [`"${name}" is damaged or cut off (${damage}); what comes before that was read.`]),
  ];
}

function tellTorn(files: readonly PeekedFile[]): string[] {
  const torn = files.filter(({ isTorn }) => isTorn).map(({ name }) => name);
  if (torn.length === 0) return [];
  return [`No line end after the last line of ${firstOf(torn)}: it may be cut off; it counts as an event.`];
}
