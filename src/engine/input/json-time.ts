import { sqlString } from './sql-text.ts';

/** Where JSON events have their time. */
export interface JsonTime {
  readonly key: string;
  /** SELECT with `message` and `timestamp` (NULL where there is none) over a SELECT of `line`. */
  readonly select: (lines: string) => string;
}

const keys = ['@timestamp', 'timestamp', 'time'] as const;

/** The key that names a time in the most lines; the earlier one where two do in as many. */
export function jsonTimeOf(lines: readonly string[]): JsonTime | undefined {
  const objects = lines.flatMap(parsed);
  const counted = keys.map((key) => ({ key, times: objects.filter((object) => isTime(object[key])).length }));
  const { key, times } = counted.reduce((best, other) => (other.times > best.times ? other : best));
  return times === 0 ? undefined : { key, select: (from) => selectWithTime(from, `$."${key}"`) };
}

/** The time is ISO 8601, or a number of seconds, milliseconds, microseconds or nanoseconds. */
function selectWithTime(lines: string, path: string): string {
  const text = `CASE WHEN json_valid(line) THEN json_extract_string(line, ${sqlString(path)}) END`;
  return `SELECT message, CASE WHEN number IS NULL THEN epoch_ms(try_cast(text AS TIMESTAMPTZ))
      WHEN abs(number) < 1e11 THEN try_cast(round(number * 1000) AS BIGINT)
      WHEN abs(number) < 1e14 THEN try_cast(trunc(number) AS BIGINT)
      WHEN abs(number) < 1e17 THEN try_cast(trunc(number / 1e3) AS BIGINT)
      ELSE try_cast(trunc(number / 1e6) AS BIGINT) END AS timestamp
    FROM (SELECT message, text, try_cast(text AS DOUBLE) AS number
      FROM (SELECT line AS message, ${text} AS text FROM (${lines})))`;
}

function parsed(line: string): Record<string, unknown>[] {
  if (!line.startsWith('{')) return [];
  try {
    return [JSON.parse(line) as Record<string, unknown>];
  } catch {
    return [];
  }
}

function isTime(value: unknown): boolean {
  if (typeof value === 'number') return value > 1e8;
  if (typeof value !== 'string') return false;
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value) || /^\d{9,19}(\.\d+)?$/.test(value);
}
