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

/**
 * The archive does not reach its own end. DuckDB reads such a file without a word, short of its last rows, so this is
 * found out before.
 */
export async function isCutOff(head: ArchiveHead, compression: Compression): Promise<boolean> {
  if (compression === 'none') return false;
  if (compression === 'zstd') return !(await reachesEnd(head));
  if (head.packed.length === head.size) return !isWholeGzip(head.packed);
  return !(await isPlausibleEnd(head)) && isDamaged(head.path);
}

function isWholeGzip(packed: Buffer): boolean {
  try {
    gunzipSync(packed);
    return true;
  } catch {
    return false;
  }
}

/**
 * A gzip file ends with the length of what it holds (modulo 2^32). Four bytes from anywhere else are hardly ever near
 * what the beginning lets expect; a file with another reason for that (several archives in one) is read to be sure.
 */
async function isPlausibleEnd({ path, size, packed, unpacked }: ArchiveHead): Promise<boolean> {
  const expected = (size / packed.length) * unpacked.length;
  if (expected * 1.6 >= 2 ** 32) return false;
  const tail = Buffer.alloc(4);
  await withFile(path, (file) => file.read(tail, 0, 4, size - 4));
  const length = tail.readUInt32LE(0);
  return length >= expected * 0.6 && length <= expected * 1.6;
}

async function isDamaged(path: string): Promise<boolean> {
  try {
    for await (const chunk of byteStream(path, 'gzip')) void chunk;
    return false;
  } catch (error) {
    if (error instanceof DamagedArchive) return true;
    throw error;
  }
}

/** Walks from block to block of a zstd file by their sizes, without unpacking them (RFC 8878, section 3.1). */
async function reachesEnd({ path, size }: ArchiveHead): Promise<boolean> {
  return withFile(path, async (file) => {
    const header = Buffer.alloc(18);
    for (let place = 0; place < size;) {
      const { bytesRead } = await file.read(header, 0, header.length, place);
      const end = await endOfFrame(file, place, header.subarray(0, bytesRead));
      // Other bytes behind the last frame are no cut: DuckDB refuses them, and the slower reader says so.
      if (end === 'foreign') return true;
      if (end === undefined || end > size) return false;
      place = end;
    }
    return true;
  });
}

async function endOfFrame(file: FileHandle, start: number, header: Buffer): Promise<number | undefined | 'foreign'> {
  if (header.length < 5) return undefined;
  const magic = header.readUInt32LE(0);
  if (magic >>> 4 === 0x184d2a5) return header.length < 8 ? undefined : start + 8 + header.readUInt32LE(4);
  if (magic !== 0xfd2fb528) return 'foreign';
  const descriptor = header[4]!;
  const isSingle = (descriptor & 0x20) !== 0;
  const contentSize = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6]!;
  const dictionarySize = [0, 1, 2, 4][descriptor & 3]!;
  let place = start + 5 + (isSingle ? 0 : 1) + dictionarySize + contentSize;
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
