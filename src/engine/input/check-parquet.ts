import { EngineError } from '../engine-error.ts';
import type { ReaderContext } from '../reader.ts';
import type { InputFile } from './expand-paths.ts';
import { sqlPaths } from './sql-text.ts';

/** Reads each file to its end, and throws where one cannot be read: DuckDB does not always say which. */
export async function refuseDamagedParquet(
  files: readonly Pick<InputFile, 'path' | 'name'>[],
  { connection, signal }: Pick<ReaderContext, 'connection' | 'signal'>,
): Promise<void> {
  for (const { path, name } of files) {
    signal?.throwIfAborted();
    try {
      await connection.run(
        `SELECT bit_xor(hash(record)) FROM read_parquet(${sqlPaths([path])}, hive_partitioning=false) AS record`,
      );
    } catch (cause) {
      if (signal?.aborted || /^(Out of Memory|Interrupt)/i.test((cause as Error).message)) throw cause;
      throw new EngineError(`Cannot read "${name}": it is damaged or cut off, or no Parquet (${usefulPart(cause)}).`, {
        cause,
      });
    }
  }
}

/** DuckDB's sentence without its kind and the path that is told already. */
function usefulPart(cause: unknown): string {
  return (cause as Error).message
    .split('\n')[0]!
    .replace(/^[\w ]+ Error: (Failed to read file ".*?": )?/, '')
    .replace(/ *\b(?:(?:in|of) )?file ["'].*?["'] */i, ' ')
    .replace(/[.\s]+$/, '')
    .trim();
}
