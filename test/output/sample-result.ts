import type { Column, QueryResult, Row } from '../../src/results/result.ts';
import { findWriter } from '../../src/output/writers.ts';
import type { WriterOptions } from '../../src/output/writer.ts';

/** An answer with the given rows, in batches of two so that a border falls inside. */
export function resultOf(columns: readonly Column[], rows: readonly Row[]): Pick<QueryResult, 'columns' | 'rows'> {
  return { columns, rows: batches(rows) };
}

async function* batches(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield [];
  for (let start = 0; start < rows.length; start += 2) yield await Promise.resolve(rows.slice(start, start + 2));
}

/** What a writer makes of the rows. */
export async function written(
  name: string,
  columns: readonly Column[],
  rows: readonly Row[],
  options: Partial<WriterOptions> = {},
): Promise<string> {
  const writer = findWriter(name);
  if (!writer) throw new Error(`no writer ${name}`);
  let text = '';
  for await (const piece of writer.write(resultOf(columns, rows), { width: 80, isTerminal: true, ...options })) {
    text += piece;
  }
  return text;
}
