import type { Writer } from './writer.ts';
import { csvWriter } from './writers/csv.ts';
import { jsonWriter } from './writers/json.ts';
import { markdownWriter } from './writers/markdown.ts';
import { ndjsonWriter } from './writers/ndjson.ts';
import { tableWriter } from './writers/table.ts';
import { tsvWriter } from './writers/tsv.ts';

/** Every writer, in the order of the help; the first is the one people get unasked. */
export const writers: readonly Writer[] = [tableWriter, jsonWriter, ndjsonWriter, csvWriter, tsvWriter, markdownWriter];

/** The names that `--output` takes. */
export const writerNames: readonly string[] = writers.map((writer) => writer.name);

/** The writer of a name. */
export function findWriter(name: string): Writer | undefined {
  return writers.find((writer) => writer.name === name);
}
