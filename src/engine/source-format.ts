import type { LogFormat } from '../formats/format.ts';
import { inferFormat } from '../formats/infer.ts';
import { printFormat } from '../formats/print.ts';
import type { Database } from './database.ts';
import type { EventSource } from './event-source.ts';

/** Events that are looked at to tell their format. */
const peekedEvents = 200;

/** The format that the events of a source are in, if only one fits, for work that is right without it too. */
export async function inferSourceFormat(
  { columns, relation, condition }: EventSource,
  { connection }: Database,
  onNotice?: (sentence: string) => void,
): Promise<LogFormat | undefined> {
  const where = condition === undefined ? '' : ` WHERE ${condition}`;
  const sql = `SELECT ${columns.message} FROM ${relation}${where} LIMIT ${peekedEvents}`;
  // What cannot be read is met again, and mended, when all of it is read.
  const answer = await connection.runAndReadAll(sql).catch(() => undefined);
  const lines = answer?.getRows().map(([message]) => String(message)) ?? [];
  const { format } = inferFormat(lines);
  if (format)
    onNotice?.(`Format: ${format.name ?? printFormat(format)}, inferred from the events; --format names another.`);
  return format;
}
