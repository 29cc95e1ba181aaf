import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLocal, type RunLocalOptions } from '../../src/engine/run.ts';
import type { LogFormat } from '../../src/formats/format.ts';
import { parse } from '../../src/language/parse.ts';
import type { QueryStatistics } from '../../src/results/result.ts';
import { QueryError } from '../../src/text/query-error.ts';

/** A whole answer of the embedded engine. */
export interface Answer {
  /** Names of the columns that are shown. */
  readonly columns: readonly string[];
  readonly types: readonly string[];
  /** Cells of the columns that are shown; `null` where a row lacks the field. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly statistics: QueryStatistics;
}

export interface RunLinesOptions extends RunLocalOptions {
  readonly format?: LogFormat;
  /** Cells of hidden columns too. */
  readonly withHidden?: boolean;
}

/** Runs a query on lines, which stand in a file while it runs. */
export async function runLines(lines: readonly string[], text: string, options: RunLinesOptions = {}): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'flowq-test-'));
  try {
    const file = join(folder, 'input.log');
    await writeFile(file, lines.map((line) => `${line}\n`).join(''));
    return await runFile(file, text, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a query on a file. */
export async function runFile(file: string, text: string, options: RunLinesOptions = {}): Promise<Answer> {
  const { format, withHidden = false, ...runOptions } = options;
  const source = { name: '<query>', text };
  const { query, diagnostics } = parse(source);
  if (diagnostics.length > 0) throw new QueryError(source, diagnostics);
  const input = { kind: 'files', paths: [file], cwd: '/', ...(format && { format }) } as const;
  const result = await runLocal(query, source, input, runOptions);
  const shown = result.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => withHidden || !column.hidden);
  const rows: (string | null)[][] = [];
  for await (const batch of result.rows) {
    for (const row of batch) rows.push(shown.map(({ index }) => row[index] ?? null));
  }
  return {
    columns: shown.map(({ column }) => column.name),
    types: shown.map(({ column }) => column.type),
    rows,
    statistics: await result.statistics,
  };
}
