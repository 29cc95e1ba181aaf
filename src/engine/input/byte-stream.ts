import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';

/** How the bytes of a file are packed, by its first bytes: a name such as `.gz` may lie. */
export type Compression = 'none' | 'gzip' | 'zstd';

/** The packing that the first bytes tell; packings we cannot open by their name. */
export function compressionOf(head: Uint8Array): Compression | { readonly unknown: string } {
  const starts = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (starts(0x28, 0xb5, 0x2f, 0xfd)) return 'zstd';
  if (starts(0x42, 0x5a, 0x68)) return { unknown: 'bzip2' };
  if (starts(0x50, 0x4b, 0x03, 0x04)) return { unknown: 'zip' };
  if (starts(0xfd, 0x37, 0x7a, 0x58, 0x5a)) return { unknown: 'xz' };
  return 'none';
}

/** Says why the bytes ended early; the bytes before it were given. */
export class DamagedArchive extends Error {
  override readonly name = 'DamagedArchive';
}

/** The unpacked bytes of a file; a damaged archive gives what can be saved, then throws `DamagedArchive`. */
export async function* byteStream(
  path: string,
  compression: Compression,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  if (compression === 'gzip') {
    yield* gunzip(path, signal);
    return;
  }
  const file = createReadStream(path, { highWaterMark: 1 << 20, ...(signal && { signal }) });
  yield* compression === 'zstd' ? unzstd(file) : (file as AsyncIterable<Buffer>);
}

/** Packed bytes that are unpacked at a time. */
const slice = 1 << 14;

/**
 * zlib throws away what it unpacked of the slice with the damage in it. So where there is one, the file is unpacked
 * once more, byte by byte from that slice on.
 */
async function* gunzip(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  let given = 0;
  const first = inflating(() => slice);
  for await (const chunk of first.chunks(path, signal)) {
    given += chunk.length;
    yield chunk;
  }
  if (!first.failure) return;
  const from = first.failedAt;
  let known = given;
  for await (const chunk of inflating((offset) => (offset < from ? slice : 1)).chunks(path, signal)) {
    const rest = chunk.subarray(Math.min(known, chunk.length));
    known -= chunk.length - rest.length;
    if (rest.length > 0) yield rest;
  }
  throw new DamagedArchive(first.failure.message, { cause: first.failure });
}

function inflating(sliceAt: (offset: number) => number) {
  const unpacked = createGunzip({ chunkSize: 1 << 18 });
  const state: { failure?: Error; failedAt: number } = { failedAt: 0 };
  let ready: Buffer[] = [];
  unpacked.on('data', (chunk: Buffer) => ready.push(chunk));
  unpacked.on('error', (error) => (state.failure ??= error));
  // zlib does not call back for bytes that it fails on, or that pad the file after the end.
  const stopped = new Promise<void>((resolve) => unpacked.once('end', resolve).once('error', () => resolve()));
  const step = (bytes: Buffer | undefined) => {
    const done = new Promise<void>((resolve) => {
      if (bytes) unpacked.write(bytes, () => resolve());
      else unpacked.end();
    });
    return Promise.race([done, stopped]);
  };
  async function* chunks(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
    try {
      for await (const bytes of slices(path, sliceAt, signal)) {
        await step(bytes);
        yield* ready;
        ready = [];
        if (state.failure || unpacked.readableEnded) return;
        state.failedAt += bytes.length;
      }
      await step(undefined);
      yield* ready;
    } finally {
      unpacked.destroy();
    }
  }
  return {
    chunks,
    get failure() {
      return state.failure;
    },
    get failedAt() {
      return state.failedAt;
    },
  };
}

async function* slices(
  path: string,
  sliceAt: (offset: number) => number,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, ...(signal && { signal }) })) {
    const bytes = chunk as Buffer;
    for (let place = 0; place < bytes.length;) {
      const end = place + sliceAt(offset);
      yield bytes.subarray(place, end);
      offset += Math.min(end, bytes.length) - place;
      place = end;
    }
  }
}

async function* unzstd(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let ready: Buffer[] = [];
  const decoder = new Decompress((chunk) => ready.push(Buffer.from(chunk)));
  try {
    for await (const chunk of file) {
      decoder.push(chunk);
      yield* ready;
      ready = [];
    }
    decoder.push(new Uint8Array(0), true);
  } catch (cause) {
    yield* ready;
    // Errors of the decoder carry a number, those of the file system a word.
    if (typeof (cause as { code?: unknown }).code === 'string') throw cause;
    throw new DamagedArchive((cause as Error).message, { cause });
  }
  yield* ready;
}
