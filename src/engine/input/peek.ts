import { open } from 'node:fs/promises';
import { EngineError } from '../engine-error.ts';
import { endOfArchive } from './archive-end.ts';
import { unpackHead, whyUnreadable } from './archive-head.ts';
import { compressionOf, type Compression } from './byte-stream.ts';
import type { InputFile } from './expand-paths.ts';
import { isClean } from './line-bytes.ts';

/** A file with its beginning: what its kind is found from. */
export interface PeekedFile extends InputFile {
  readonly compression: Compression;
  readonly isParquet: boolean;
  /** The beginning, unpacked, as text, up to the last line end within it (the whole of a small file). */
  readonly text: string;
  /** The lines of `text` that are not blank. */
  readonly lines: readonly string[];
  /** Bytes of the file unpacked; of a packed file that does not tell them, what its beginning lets expect. */
  readonly textBytes: number;
  /** The file is longer than `text`. */
  readonly hasMore: boolean;
  /** The beginning holds what DuckDB refuses or reads in another way: the slower reader takes the file at once. */
  readonly needsCleaning: boolean;
  /** The last line has no line end: it may have been cut off. Known of files that are not packed. */
  readonly isTorn: boolean;
  /** An archive that was read to its end, and whose checksum is right. */
  readonly isProven: boolean;
  /** Why nothing can be read of it. */
  readonly broken?: string;
}

const peekBytes = 128 * 1024;
const mostLines = 200;

/** Reads the beginning of a file; `undefined` where it vanished since it was found. */
export async function peekFile(file: InputFile): Promise<PeekedFile | undefined> {
  const bytes = await readEnds(file);
  if (!bytes) return undefined;
  const compression = compressionOf(bytes.head);
  if (typeof compression === 'object') {
    throw new EngineError(
      `"${file.name}" is packed with ${compression.unknown}; unpack it first, or use gzip or zstd.`,
    );
  }
  const isParquet = bytes.head.subarray(0, 4).toString('latin1') === 'PAR1';
  const hasMore = bytes.size > bytes.head.length;
  const packed = isParquet ? Buffer.alloc(0) : bytes.head;
  const head = await unpackHead(file.path, packed, { compression, isWhole: !hasMore });
  const unpacked = head.bytes;
  const end = await endOfArchive({ path: file.path, size: bytes.size, packed: bytes.head, unpacked }, compression);
  const isCut = head.isDamaged || end.isCutOff;
  const broken = isCut ? await whyUnpackable(file, compression, unpacked) : whyMisnamed(file, compression, bytes.head);
  const isWide = unpacked[0] === 0xff && unpacked[1] === 0xfe;
  const whole = hasMore ? upToLineEnd(unpacked) : unpacked;
  const text = isWide ? unpacked.toString('utf16le').slice(1) : whole.toString('utf8').replace(/^\uFEFF/, '');
  return {
    ...file,
    size: bytes.size,
    compression,
    isParquet,
    text,
    lines: text
      .split('\n', mostLines)
      .map((line) => line.replace(/\r$/, ''))
      .filter((line) => line !== ''),
    textBytes: end.unpackedBytes ?? Math.round((unpacked.length / Math.max(bytes.head.length, 1)) * bytes.size),
    hasMore,
    needsCleaning: !isParquet && (isWide || !isClean(whole) || (hasMore && !whole.includes(0x0a)) || isCut),
    isTorn: compression === 'none' && !isParquet && bytes.size > 0 && bytes.last !== 0x0a,
    isProven: end.isProven === true,
    ...(broken !== undefined && { broken }),
  };
}

async function whyUnpackable({ path }: InputFile, compression: Compression, head: Buffer): Promise<string | undefined> {
  const reason = head.length > 0 ? undefined : await whyUnreadable(path, compression);
  return reason === undefined ? undefined : `it begins like ${compression}, but cannot be unpacked (${reason})`;
}

const packedNames: Readonly<Record<string, string>> = { gz: 'gzip', zst: 'zstd', parquet: 'Parquet' };

/** A name such as `.gz` may lie about a text; what is no text either is nothing that can be read. */
function whyMisnamed({ name }: InputFile, compression: Compression, head: Buffer): string | undefined {
  const kind = packedNames[/\.(\w+)$/.exec(name)?.[1] ?? ''];
  if (kind === undefined || compression !== 'none' || head.subarray(0, 4).toString('latin1') === 'PAR1')
    return undefined;
  return isBinary(head) ? `it is named like ${kind}, but its bytes are neither that nor text` : undefined;
}

/** More than one byte in twenty is a control character that no text has; UTF-16, which PowerShell writes, aside. */
function isBinary(head: Buffer): boolean {
  if (head[0] === 0xff && head[1] === 0xfe) return false;
  const odd = head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
  return odd.length * 20 > head.length;
}

interface FileEnds {
  readonly head: Buffer;
  readonly last: number | undefined;
  readonly size: number;
}

async function readEnds(file: InputFile): Promise<FileEnds | undefined> {
  try {
    const handle = await open(file.path);
    try {
      const { size } = await handle.stat();
      const head = Buffer.alloc(Math.min(peekBytes, size));
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      const last = await handle.read(Buffer.alloc(1), 0, 1, Math.max(size - 1, 0));
      return { head: head.subarray(0, bytesRead), last: last.buffer[0], size };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new EngineError(`Cannot read "${file.name}": ${message}.`, { cause });
  }
}

function upToLineEnd(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(0x0a);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}
