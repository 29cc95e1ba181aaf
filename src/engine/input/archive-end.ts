import { open, type FileHandle } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { byteStream, DamagedArchive, type Compression } from './byte-stream.ts';

/** The beginning of an archive. */
export interface ArchiveHead {
  readonly path: string;
  readonly size: number;
  /** Bytes as they stand in the file. */
  readonly packed: Buffer;
  /** What they unpack to. */
  readonly unpacked: Buffer;
}

/** How an archive ends. */
export interface ArchiveEnd {
  /** It does not reach its own end, or is seen to be damaged before. */
  readonly isCutOff: boolean;
  /** What it unpacks to, where the archive tells. */
  readonly unpackedBytes?: number;
  /** It was read to its end, and its checksum is right. */
  readonly isProven?: boolean;
}

/**
 * Looks at the end of an archive. DuckDB reads one that is cut off without a word, short of its last rows, so this is
 * found out before.
 */
export async function endOfArchive(head: ArchiveHead, compression: Compression): Promise<ArchiveEnd> {
  if (compression === 'none') return { isCutOff: false };
  if (compression === 'zstd') return walkFrames(head);
  if (head.packed.length === head.size) return endOfWhole(head.packed);
  const told = await toldLength(head);
  return told === undefined ? readToEnd(head.path) : { isCutOff: false, unpackedBytes: told };
}

function endOfWhole(packed: Buffer): ArchiveEnd {
  try {
    return { isCutOff: false, unpackedBytes: gunzipSync(packed).length, isProven: true };
  } catch {
    return { isCutOff: true };
  }
}

/**
 * A gzip file ends with the length of what it holds (modulo 2^32). Four bytes from anywhere else are hardly ever near
 * what the beginning lets expect; a file with another reason for that (several archives in one) is read to be sure.
 */
async function toldLength({ path, size, packed, unpacked }: ArchiveHead): Promise<number | undefined> {
  const expected = (size / packed.length) * unpacked.length;
  if (expected * 1.6 >= 2 ** 32) return undefined;
  const tail = Buffer.alloc(4);
  await withFile(path, (file) => file.read(tail, 0, 4, size - 4));
  const length = tail.readUInt32LE(0);
  return length >= expected * 0.6 && length <= expected * 1.6 ? length : undefined;
}

async function readToEnd(path: string): Promise<ArchiveEnd> {
  let unpackedBytes = 0;
  try {
    for await (const chunk of byteStream(path, 'gzip')) unpackedBytes += chunk.length;
    return { isCutOff: false, unpackedBytes, isProven: true };
  } catch (error) {
    if (error instanceof DamagedArchive) return { isCutOff: true };
    throw error;
  }
}

/** Walks from block to block of a zstd file by their sizes, without unpacking them (RFC 8878, section 3.1). */
async function walkFrames({ path, size }: ArchiveHead): Promise<ArchiveEnd> {
  return withFile(path, async (file) => {
    const header = Buffer.alloc(18);
    let unpackedBytes: number | undefined = 0;
    for (let place = 0; place < size;) {
      const { bytesRead } = await file.read(header, 0, header.length, place);
      const frame = header.subarray(0, bytesRead);
      const end = await endOfFrame(file, place, frame);
      // Other bytes behind the last frame are no cut: DuckDB refuses them, and the slower reader says so.
      if (end === 'foreign') return { isCutOff: false };
      if (end === undefined || end > size) return { isCutOff: true };
      const content = contentSize(frame);
      unpackedBytes = content === undefined || unpackedBytes === undefined ? undefined : unpackedBytes + content;
      place = end;
    }
    return { isCutOff: false, ...(unpackedBytes !== undefined && { unpackedBytes }) };
  });
}

/** What a frame unpacks to, where its header says so. */
function contentSize(header: Buffer): number | undefined {
  if (header.readUInt32LE(0) !== 0xfd2fb528) return 0;
  const descriptor = header[4]!;
  const isSingle = (descriptor & 0x20) !== 0;
  const place = 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!;
  const width = descriptor >>> 6;
  if (width === 0) return isSingle ? header[place] : undefined;
  if (width === 1) return header.readUInt16LE(place) + 256;
  return width === 2 ? header.readUInt32LE(place) : Number(header.readBigUInt64LE(place));
}

async function endOfFrame(file: FileHandle, start: number, header: Buffer): Promise<number | undefined | 'foreign'> {
  if (header.length < 5) return undefined;
  const magic = header.readUInt32LE(0);
  if (magic >>> 4 === 0x184d2a5) return header.length < 8 ? undefined : start + 8 + header.readUInt32LE(4);
  if (magic !== 0xfd2fb528) return 'foreign';
  const descriptor = header[4]!;
  const isSingle = (descriptor & 0x20) !== 0;
  const contentBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6]!;
  const dictionarySize = [0, 1, 2, 4][descriptor & 3]!;
  let place = start + 5 + (isSingle ? 0 : 1) + dictionarySize + contentBytes;
  const block = Buffer.alloc(3);
  for (let isLast = false; !isLast;) {
    const { bytesRead } = await file.read(block, 0, 3, place);
    if (bytesRead < 3) return undefined;
    const fields = block.readUIntLE(0, 3);
    const isRepeated = ((fields >>> 1) & 3) === 1;
    isLast = (fields & 1) === 1;
    place += 3 + (isRepeated ? 1 : fields >>> 3);
  }
  return place + ((descriptor & 4) !== 0 ? 4 : 0);
}

async function withFile<Result>(path: string, work: (file: FileHandle) => Promise<Result>): Promise<Result> {
  const file = await open(path);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
