import type { FileInput } from '../engine/local-input.ts';
import { fromHeader, inferFormat, unwrapMessage, type Inference } from '../formats/infer.ts';
import type { Context } from './context.ts';
import { readFirstLines } from './first-lines.ts';

/** Records that are looked at. */
const inferredLines = 500;

/** What the records of a file, folder or glob tell of their format, or those of standard input for `-`. */
export async function inferFrom(target: string, context: Context): Promise<Inference> {
  // Of standard input only the first lines are read, for it may never end; and text can be read without the engine.
  const { loadDuckdb, openDatabase } = await import('../engine/database.ts');
  const isInstalled = async () => Boolean(await loadDuckdb().catch(() => undefined));
  if (target === '-' || !(await isInstalled())) {
    return inferFormat((await readFirstLines(target, inferredLines, context)).map(unwrapMessage));
  }
  const { openLocal } = await import('../engine/run.ts');
  const input: FileInput = { kind: 'files', paths: [target], cwd: context.cwd };
  const opened = await openLocal(input, await openDatabase(), {
    signal: context.signal,
    onNotice: (sentence) => context.stderr(`${sentence}\n`),
  });
  try {
    const records = (await opened.peek(inferredLines)).map(unwrapMessage);
    return opened.format ? fromHeader(opened.format, records) : inferFormat(records);
  } finally {
    await opened.close();
  }
}
