import { constants, gunzipSync } from 'node:zlib';
import { Decompress } from 'fzstd';
import { byteStream, DamagedArchive, type Compression } from './byte-stream.ts';

/** The beginning of a file, unpacked. */
export interface UnpackedHead {
  readonly bytes: Buffer;
  /** It is damaged near its beginning; what comes before that is here. */
  readonly isDamaged: boolean;
}

export interface HeadOptions {
  readonly compression: Compression;
  /** There is nothing behind these bytes. */
  readonly isWhole: boolean;
}

/** Unpacks the first bytes of a file. */
export async function unpackHead(
  path: string,
  head: Buffer,
  { compression, isWhole }: HeadOptions,
): Promise<UnpackedHead> {
  if (compression === 'none') return { bytes: head, isDamaged: false };
  try {
    const bytes =
      compression === 'zstd' ? unzstd(head, isWhole) : gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
    return { bytes, isDamaged: false };
  } catch {
    return { bytes: (await salvage(path, compression)).bytes, isDamaged: true };
  }
}

/** Why nothing at all can be read of an archive; `undefined` where something can. */
export async function whyUnreadable(path: string, compression: Compression): Promise<string | undefined> {
  const { bytes, reason } = await salvage(path, compression);
  return bytes.length === 0 ? reason : undefined;
}

/** The decoder keeps the last block to itself until it hears that there is no more. */
function unzstd(head: Buffer, isWhole: boolean): Buffer {
  const chunks: Uint8Array[] = [];
  new Decompress((chunk) => chunks.push(chunk.slice())).push(head, isWhole);
  return Buffer.concat(chunks);
}

/** Enough to tell what is in a file. */
const enough = 1024 * 1024;

async function salvage(
  path: string,
  compression: Compression,
): Promise<{ readonly bytes: Buffer; readonly reason?: string }> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of byteStream(path, compression)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= enough) break;
    }
    return { bytes: Buffer.concat(chunks) };
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error;
    return { bytes: Buffer.concat(chunks), reason: error.message };
  }
}
