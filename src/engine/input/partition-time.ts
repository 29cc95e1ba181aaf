import type { TimeRange } from '../../results/time-range.ts';

const hour = 3_600_000;
const day = 24 * hour;

const plain = /(?:^|\/)AWSLogs\/(?:[^/]+\/)*?(\d{4})\/(\d{2})\/(\d{2})(?:\/(\d{2}))?\//;
const hive = /(?:^|\/)year=(\d{4})\/month=(\d{1,2})\/day=(\d{1,2})(?:\/hour=(\d{1,2}))?\//;

/** The day or hour that the folders of an S3 layout name; `undefined` for any other path. */
export function partitionOf(path: string): TimeRange | undefined {
  const [, year, month, dayOfMonth, hourOfDay] = plain.exec(path) ?? hive.exec(path) ?? [];
  if (year === undefined) return undefined;
  const start = Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth), Number(hourOfDay ?? 0));
  const date = new Date(start);
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(dayOfMonth);
  return isReal ? { start, end: start + (hourOfDay === undefined ? day : hour) - 1 } : undefined;
}

/**
 * The file may hold events of the range. A folder holds records by their END or delivery time, events have their START:
 * a day of slack on both sides never loses one.
 */
export function mayHold(path: string, range: TimeRange): boolean {
  const partition = partitionOf(path);
  if (!partition) return true;
  return partition.end + day >= range.start && partition.start - day <= range.end;
}
