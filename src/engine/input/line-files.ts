import { join } from 'node:path';
import type { ReaderContext } from '../reader.ts';
import { cleanFile, type CleanedFile } from './clean-file.ts';
import { count, firstOf } from './expand-paths.ts';
import { unescapeSql } from './line-bytes.ts';
import type { PeekedFile } from './peek.ts';
import { sqlPaths } from './sql-text.ts';

/** Lines of files as SQL. */
export interface LineFiles {
  /** A SELECT with the column `line` (VARCHAR, NULL for a blank line) and, if asked for, `file` (the path of the text). */
  readonly select: string;
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
  return {
    select: runsOf(texts)
      .map((run) => readLines(run, options))
      .join(' UNION ALL '),
    notices: tellTorn(files),
    warnings,
  };
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

function readLines(run: readonly TextFile[], { skip = 0, withFile = false }: LineOptions): string {
  const { compression, cleaned } = run[0]!;
  const settings = [
    "delim=''",
    "quote=''",
    "escape=''",
    'header=false',
    'auto_detect=false',
    "columns={'line': 'VARCHAR'}",
    `compression='${compression}'`,
    ...(skip > 0 ? [`skip=${skip}`] : []),
    ...(cleaned && cleaned.longestLine > usualLongestLine ? [`max_line_size=${cleaned.longestLine + 2}`] : []),
    ...(withFile ? ["filename='file'"] : []),
  ];
  const line = cleaned?.needsUnescape ? `${unescapeSql('line')} AS line` : 'line';
  const from = `read_csv(${sqlPaths(run.map(({ path }) => path))}, ${settings.join(', ')})`;
  return `SELECT ${line}${withFile ? ', file' : ''} FROM ${from}`;
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
