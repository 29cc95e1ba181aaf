import { open } from 'node:fs/promises';
import type { NumberCheck } from '../../sql/split-reading.ts';
import type { PeekedFile } from './peek.ts';

/** What DuckDB passes over in a number: `1_000`, and white space around it. */
const passedOver = ['_', ' ', '\t', '\v', '\f'];

/** Bytes at a time: they stay in the processor's cache while they are searched. */
const pieceBytes = 1 << 20;

/** A look through files that are not packed; nothing where their beginning has such a byte already. */
export function numberCheck(files: readonly PeekedFile[], separator: string): NumberCheck | undefined {
  const odd = passedOver.filter((text) => text !== separator);
  if (files.some(({ text }) => odd.some((each) => text.includes(each)))) return undefined;
  const bytes = odd.map((each) => each.charCodeAt(0));
  return async (signal) => {
    const piece = Buffer.allocUnsafe(pieceBytes);
    for (const { path } of files) {
      if (await hasByte(path, bytes, { piece, signal })) return false;
    }
    return true;
  };
}

interface Search {
  readonly piece: Buffer;
  readonly signal: AbortSignal;
}

async function hasByte(path: string, bytes: readonly number[], { piece, signal }: Search): Promise<boolean> {
  const file = await open(path);
  try {
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(piece, 0, piece.length);
      if (bytesRead === 0) return false;
      const read = piece.subarray(0, bytesRead);
      if (bytes.some((byte) => read.includes(byte))) return true;
    }
  } finally {
    await file.close();
  }
}
