import { byteStream, DamagedArchive } from './byte-stream.ts';
import { isClean } from './line-bytes.ts';
import type { PeekedFile } from './peek.ts';

/** DuckDB takes lines of up to two million bytes. */
const longestLine = 1_900_000;

/** Reads a file to its end and answers whether DuckDB would read the same lines as we do; `undefined`: it vanished. */
export async function isCleanFile(file: PeekedFile, signal?: AbortSignal): Promise<boolean | undefined> {
  const state: { rest: Buffer; usesReturns: boolean | undefined } = { rest: Buffer.alloc(0), usesReturns: undefined };
  try {
    for await (const chunk of byteStream(file.path, file.compression, signal)) {
      const bytes = state.rest.length > 0 ? Buffer.concat([state.rest, chunk]) : chunk;
      const end = bytes.lastIndexOf(0x0a) + 1;
      if (end > 0) {
        const lines = bytes.subarray(0, end);
        if (!isCleanBlock(lines, state)) return false;
      }
      state.rest = bytes.subarray(end);
      if (state.rest.length > longestLine) return false;
    }
  } catch (error) {
    if (error instanceof DamagedArchive) return false;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return isClean(state.rest);
}

/** Line ends must be the same in all blocks of a file. */
function isCleanBlock(lines: Buffer, state: { usesReturns: boolean | undefined }): boolean {
  const usesReturns = lines.includes('\r\n');
  state.usesReturns ??= usesReturns;
  return state.usesReturns === usesReturns && isClean(lines);
}
