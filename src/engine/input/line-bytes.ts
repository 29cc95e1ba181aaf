import { isUtf8 } from 'node:buffer';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const nul = 0x00;
const substitute = 0x1a;

/** DuckDB reads these bytes as we mean them: valid UTF-8, no NUL, line ends all `\n` or all `\r\n`. */
export function isClean(bytes: Buffer): boolean {
  return !bytes.includes(nul) && hasOneLineEnd(bytes) && isUtf8(bytes);
}

function hasOneLineEnd(bytes: Buffer): boolean {
  if (!bytes.includes(carriageReturn)) return true;
  for (let place = -1; (place = bytes.indexOf(carriageReturn, place + 1)) >= 0;) {
    if (place + 1 < bytes.length && bytes[place + 1] !== lineFeed) return false;
  }
  for (let place = -1; (place = bytes.indexOf(lineFeed, place + 1)) >= 0;) {
    if (bytes[place - 1] !== carriageReturn) return false;
  }
  return true;
}

/** Lines mended for DuckDB, and how many of them needed what. */
export interface MendedLines {
  readonly bytes: Buffer;
  /** Bytes that were not UTF-8 became U+FFFD. */
  readonly invalid: number;
  /** NULs and lone `\r` inside lines; they stand escaped. */
  readonly escaped: number;
  /** Something stands escaped, if only the escape character itself. */
  readonly needsUnescape: boolean;
}

/**
 * Whole lines, mended: `\r\n` becomes `\n`, bytes that are not UTF-8 become U+FFFD, NULs at the end of a line are
 * padding (DuckDB drops them too). What DuckDB cannot read inside a line (a lone `\r`, a NUL) is escaped with U+001A;
 * `unescapeSql` turns it back.
 */
export function mendLines(bytes: Buffer): MendedLines {
  if (isPlain(bytes)) return { bytes, invalid: 0, escaped: 0, needsUnescape: false };
  const text = bytes.toString('utf8');
  const invalid = isUtf8(bytes) ? 0 : countLines(text, '\uFFFD');
  let escaped = 0;
  // eslint-disable-next-line no-control-regex -- these are the characters this file is about
  const mended = text.replace(/\0*\r?(\n|$)|(\0+|\r|\x1a)/g, (_found, end?: string, special?: string) => {
    if (special === undefined) return end ?? '';
    if (special === '\x1a') return '\x1a0';
    escaped += special.length;
    return special === '\r' ? '\x1ar' : '\x1az'.repeat(special.length);
  });
  return { bytes: Buffer.from(mended), invalid, escaped, needsUnescape: mended.includes('\x1a') };
}

/** SQL that turns the escapes of `mendLines` back into what they stand for. */
export function unescapeSql(line: string): string {
  const sub = 'chr(26)';
  const back = [
    [`${sub} || 'z'`, 'chr(0)'],
    [`${sub} || 'r'`, 'chr(13)'],
    [`${sub} || '0'`, sub],
  ].reduce((sql, [from, to]) => `replace(${sql}, ${from}, ${to})`, line);
  return `case when contains(${line}, ${sub}) then ${back} else ${line} end`;
}

function isPlain(bytes: Buffer): boolean {
  return !bytes.includes(carriageReturn) && !bytes.includes(nul) && !bytes.includes(substitute) && isUtf8(bytes);
}

function countLines(text: string, mark: string): number {
  return text.split('\n').filter((line) => line.includes(mark)).length;
}
