import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLocal } from '../../src/engine/run.ts';
import type { LogFormat } from '../../src/formats/format.ts';
import { parse } from '../../src/language/parse.ts';

/** The rows of an answer, hidden columns left out; a missing cell is an empty text. */
export interface TextAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Runs the text of a query on records, on the embedded engine. */
export async function runText(query: string, records: string, format?: LogFormat): Promise<TextAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'flowq-records-'));
  try {
    writeFileSync(join(folder, 'records.log'), records);
    const source = { name: '<query>', text: query };
    const input = { kind: 'files', paths: ['records.log'], cwd: folder, ...(format && { format }) } as const;
    const result = await runLocal(parse(source).query, source, input);
    const shown = result.columns.map((column) => column.hidden !== true);
    const rows: string[][] = [];
    for await (const batch of result.rows) {
      rows.push(...batch.map((row) => row.filter((_, index) => shown[index]).map((cell) => cell ?? '')));
    }
    return { columns: result.columns.filter((_, index) => shown[index]).map(({ name }) => name), rows };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
