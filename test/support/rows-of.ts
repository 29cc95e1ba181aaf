import type { QueryResult, Row } from '../../src/results/result.ts';

/** All rows of an answer. */
export async function rowsOf({ rows }: Pick<QueryResult, 'rows'>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const batch of rows) all.push(...batch);
  return all;
}
