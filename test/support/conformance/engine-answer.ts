import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryError } from '../../../src/text/query-error.ts';
import { runFile } from '../run-lines.ts';
import type { Answer, ConformanceCase } from './case.ts';
import type { CaseEvent } from './events.ts';

/** What the embedded engine answers to a case. */
export async function engineAnswer({ input, query, expected }: ConformanceCase): Promise<Answer> {
  try {
    const { columns, rows } = await runFile(input, query, {
      ...(expected.limit !== undefined && { limit: expected.limit }),
    });
    return {
      rows: rows.map((row) => row.flatMap((cell, index) => (cell === null ? [] : [[columns[index]!, cell] as const]))),
    };
  } catch (error) {
    if (error instanceof QueryError) return { refused: error.diagnostics[0]!.code };
    throw error;
  }
}

/** The same with the events at other times. */
export async function engineAnswerOn(events: readonly CaseEvent[], conformanceCase: ConformanceCase): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'flowq-conformance-'));
  try {
    const input = join(folder, 'input.json');
    writeFileSync(input, JSON.stringify({ events }));
    return await engineAnswer({ ...conformanceCase, input });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
