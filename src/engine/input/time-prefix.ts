import { sqlString } from './sql-text.ts';

/** How the lines of a text begin with their time. */
export interface TimePrefix {
  readonly name: string;
  /** For a sentence: `the timestamp at the beginning of each line`. */
  readonly meaning: string;
  /** SELECT with `message` and `timestamp` over a SELECT of `line`. */
  readonly select: (lines: string) => string;
}

const pattern = String.raw`^\[?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)?)`;
const iso = new RegExp(pattern);

/** The time prefix that the first line and most others have. */
export function timePrefixOf(lines: readonly string[]): TimePrefix | undefined {
  const first = lines[0];
  if (first === undefined || !iso.test(first)) return undefined;
  const others = lines.filter((line) => !iso.test(line));
  return others.length > 0 ? carried : own;
}

const time = `epoch_ms(try_cast(replace(regexp_extract(line, ${sqlString(pattern)}, 1), ',', '.') AS TIMESTAMPTZ))`;

const own: TimePrefix = {
  name: 'prefix',
  meaning: 'the timestamp at the beginning of each line',
  select: (lines) => `SELECT line AS message, ${time} AS timestamp FROM (${lines})`,
};

/** Lines without a time (stack traces) belong to the time before them. */
const carried: TimePrefix = {
  name: 'carried prefix',
  meaning: 'the timestamp at the beginning of a line, and for lines without one that of the line before',
  select: (lines) => `SELECT line AS message,
    last_value(${time} IGNORE NULLS) OVER (ORDER BY place ROWS UNBOUNDED PRECEDING) AS timestamp
    FROM (SELECT line, row_number() OVER () AS place FROM (${lines}))`,
};
