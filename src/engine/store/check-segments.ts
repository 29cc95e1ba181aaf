import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../engine-error.ts';
import { groupFolder, type Manifest } from './manifest.ts';

/** Throws where a segment is not as it was written: the answers would lack its events without a word. */
export async function checkSegments(dataFolder: string, { logGroup, segments }: Manifest): Promise<void> {
  const folder = groupFolder(dataFolder, logGroup);
  for (const { file, size } of segments) {
    const path = join(folder, file);
    const found = await stat(path).catch(() => undefined);
    if (found?.size === size) continue;
    const what = found ? `has ${found.size} bytes where ${size} were written` : 'is gone';
    throw new EngineError(
      `The log group "${logGroup}" is damaged: "${path}" ${what}. Remove the folder "${folder}" and import again.`,
    );
  }
}
