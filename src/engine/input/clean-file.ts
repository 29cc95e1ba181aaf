import { open, type FileHandle } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { EngineError } from '../engine-error.ts';
import { byteStream, DamagedArchive } from './byte-stream.ts';
import { mendLines } from './line-bytes.ts';
import type { PeekedFile } from './peek.ts';

/** What the slower reader made of a file. */
export interface CleanedFile {
  /** Plain text that DuckDB reads, in place of the file. */
  readonly path: string;
  /** No line is longer, in bytes. */
  readonly longestLine: number;
  /** Lines with bytes that were not UTF-8. */
  readonly invalid: number;
  /** NULs and lone carriage returns inside lines. */
  readonly escaped: number;
  /** The lines need `unescapeSql`. */
  readonly needsUnescape: boolean;
  /** Why the file could not be read to its end. */
  readonly damage?: string;
}

/** A line longer than this does not fit into a string of this runtime. */
const longestLine = 256 * 1024 * 1024;

/** Copies a file's lines to `to`, mended so that DuckDB reads each as one line: slower, but it refuses nothing. */
export async function cleanFile(file: PeekedFile, to: string, signal?: AbortSignal): Promise<CleanedFile> {
  const target = await open(to, 'w');
  const found = { invalid: 0, escaped: 0, longestLine: 0, needsUnescape: false };
  let damage: string | undefined;
  try {
    for await (const lines of wholeLines(file, signal, (reason) => (damage = reason))) {
      const mended = mendLines(lines);
      found.invalid += mended.invalid;
      found.escaped += mended.escaped;
      found.needsUnescape ||= mended.needsUnescape;
      found.longestLine = Math.max(found.longestLine, mended.bytes.length);
      await writeAll(target, mended.bytes);
    }
  } finally {
    await target.close();
  }
  return { path: to, ...found, ...(damage !== undefined && { damage }) };
}

/** The bytes of a file in blocks that end at line ends; the last one may be a torn line. */
async function* wholeLines(
  file: PeekedFile,
  signal: AbortSignal | undefined,
  onDamage: (reason: string) => void,
): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of asUtf8(byteStream(file.path, file.compression, signal))) {
      const end = chunk.lastIndexOf(0x0a) + 1;
      if (end > 0) {
        yield Buffer.concat([...rest, chunk.subarray(0, end)]);
        rest = [];
        length = 0;
      }
      rest.push(chunk.subarray(end));
      length += chunk.length - end;
      if (length > longestLine) throw new EngineError(`"${file.name}" has a line of more than 256 MB.`);
    }
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error;
    onDamage(error.message);
  }
  if (length > 0) yield Buffer.concat(rest);
}

/** UTF-16 (as PowerShell writes it) becomes UTF-8; anything else passes. */
async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder('utf-16le');
    isFirst = false;
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
  }
}

async function writeAll(target: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await target.write(bytes, done)).bytesWritten;
  }
}
