import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { TimeRange } from '../results/time-range.ts';
import { UsageError } from './errors.ts';
import { isTimeZone, parseInstant } from './instant.ts';

/** The range of a query that names none; whoever uses it says so. */
export const defaultSince = '1h';

export interface TimeOptions {
  readonly since?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly timezone?: string | undefined;
}

/** Adds `--since`, `--start`, `--end` and `--timezone` to a command. */
export function withTimeOptions<Options>(yargs: Argv<Options>): Argv<Options & TimeOptions> {
  return yargs
    .option('since', { type: 'string', requiresArg: true, describe: 'From this long ago until now: 30m, 1h, 7d' })
    .option('start', {
      type: 'string',
      requiresArg: true,
      describe: 'From: 2026-11-20T10:00, 2026-11-20, now-1d, 1h, epoch',
    })
    .option('end', { type: 'string', requiresArg: true, describe: 'To, likewise; a date means its whole day' })
    .option('timezone', { type: 'string', requiresArg: true, describe: 'Zone of --start and --end [default: UTC]' })
    .group(['since', 'start', 'end', 'timezone'], 'Time:');
}

/** The range that the options name, or nothing where they name none. Throws `UsageError` with what would be right. */
export async function readTimeRange(
  options: TimeOptions | ArgumentsCamelCase<TimeOptions>,
  now: Date,
): Promise<TimeRange | undefined> {
  const { since, start, end, timezone = 'UTC' } = options;
  if (options.timezone !== undefined && !isTimeZone(timezone)) {
    throw new UsageError(`Unknown time zone "${timezone}"; write an IANA name such as Europe/Berlin, or UTC.`);
  }
  if (since !== undefined) {
    if (start !== undefined || end !== undefined) {
      throw new UsageError('--since reaches until now; for any other end use --start and --end.');
    }
    return inOrder({ start: await read('since', since, now, timezone), end: now.getTime() }, '--since', since, 'now');
  }
  if (start === undefined) {
    if (end === undefined) return undefined;
    throw new UsageError('--end needs a --start: both name the range, as in --start 2h --end 1h.');
  }
  const range = {
    start: await read('start', start, now, timezone),
    end: end === undefined ? now.getTime() : await read('end', end, now, timezone),
  };
  return inOrder(range, '--start', start, end === undefined ? 'now' : `--end ${end}`);
}

/** The last `duration` before now, such as `defaultSince`. */
export async function timeRangeSince(duration: string, now: Date): Promise<TimeRange> {
  return { start: await read('since', duration, now, 'UTC'), end: now.getTime() };
}

async function read(option: 'since' | 'start' | 'end', text: string, now: Date, zone: string): Promise<number> {
  const result = await parseInstant(text, { now: now.getTime(), zone, edge: option === 'end' ? 'end' : 'start' });
  if (typeof result === 'number') return result;
  throw new UsageError(`--${option} "${text}": ${result.problem}`);
}

function inOrder(range: TimeRange, option: string, text: string, end: string): TimeRange {
  if (range.start <= range.end) return range;
  throw new UsageError(
    `The time range ends before it starts: ${option} ${text} is ${iso(range.start)}, but ${end} is ${iso(range.end)}.`,
  );
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
