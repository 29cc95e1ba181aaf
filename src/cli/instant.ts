/** What a text about time is relative to. */
export interface InstantContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA name of the zone in which dates and clock times without an offset are meant. */
  readonly zone: string;
  /** The side of a range that the instant is: a date is its first or its last millisecond. */
  readonly edge: 'start' | 'end';
}

/** Why a text is no instant, and what would be right; a sentence or two. */
export interface NoInstant {
  readonly problem: string;
}

const unitMilliseconds: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const unitPattern = String.raw`(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)`;
const durationPattern = new RegExp(String.raw`^(?:\d+(?:\.\d+)?\s*${unitPattern}\s*)+$`, 'i');
const partPattern = new RegExp(String.raw`(\d+(?:\.\d+)?)\s*([a-z]+)`, 'gi');
const calendarPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Anything at or above is epoch milliseconds, below it seconds: 1e11 seconds is the year 5138, 1e11 milliseconds 1973. */
const firstMilliseconds = 1e11;
/** A smaller number is a slip (a duration without its unit), not a time in the early seventies. */
const firstSeconds = 1e8;

/** Reads `1h` (ago), `now`, `now-1d`, a date, a date and time, epoch seconds or milliseconds. */
export async function parseInstant(text: string, context: InstantContext): Promise<number | NoInstant> {
  const word = text.trim();
  const { now } = context;
  if (/^now$/i.test(word)) return now;
  const shift = /^now\s*([+-])(.+)$/i.exec(word);
  if (shift) return shifted(shift[2]!.trim(), now, shift[1] === '-' ? -1 : 1);
  if (durationPattern.test(word)) return shifted(word, now, -1);
  if (/^\d+$/.test(word)) return epoch(word);
  const calendar = calendarPattern.exec(word);
  if (calendar) return calendarInstant(calendar, word, context);
  return {
    problem:
      'write a time span (90s, 30m, 1h, 7d), now-1d, a date (2026-11-20), a time (2026-11-20T10:00), or epoch seconds.',
  };
}

function shifted(duration: string, now: number, sign: 1 | -1): number | NoInstant {
  if (!durationPattern.test(duration))
    return { problem: `"${duration}" is no time span; write one such as 90s, 30m, 1h or 7d.` };
  const instant = now + sign * durationOf(duration);
  return isDate(instant) ? instant : { problem: 'that is further away than the calendar reaches.' };
}

function durationOf(text: string): number {
  let total = 0;
  for (const [, amount, unit] of text.matchAll(partPattern)) {
    total += Number(amount) * unitMilliseconds[unit![0]!.toLowerCase()]!;
  }
  return Math.round(total);
}

function epoch(digits: string): number | NoInstant {
  const value = Number(digits);
  if (value < firstSeconds) {
    return {
      problem: `a bare number is epoch seconds, and this one lies before 1973; for a time span add a unit: ${digits}m, ${digits}h.`,
    };
  }
  const instant = value < firstMilliseconds ? value * 1000 : value;
  return isDate(instant) ? instant : { problem: 'that is further away than the calendar reaches.' };
}

function isDate(instant: number): boolean {
  return !Number.isNaN(new Date(instant).getTime());
}

async function calendarInstant(
  match: RegExpExecArray,
  text: string,
  { zone, edge }: InstantContext,
): Promise<number | NoInstant> {
  // Only clock times need it, and it costs the start of every other command line 20 ms.
  const { DateTime } = await import('luxon');
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const isDay = hour === undefined;
  const fields = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Math.trunc(Number(`0.${fraction ?? 0}`) * 1000),
  };
  const local = DateTime.fromObject(fields, { zone: offset === undefined ? zone : offsetZone(offset) });
  if (!local.isValid)
    return { problem: 'there is no such date or time; write one such as 2026-11-20 or 2026-11-20T10:00.' };
  if (isDay) return (edge === 'start' ? local.startOf('day') : local.endOf('day')).toMillis();
  if (local.hour !== fields.hour || local.minute !== fields.minute) {
    return {
      problem: `the clocks in ${zone} skip that time (it would be ${local.toFormat('HH:mm')}); write ${text} with an offset, such as ${text}${local.toFormat('ZZ')}.`,
    };
  }
  // An hour that the clocks repeat: the range takes in both.
  const instants = local.getPossibleOffsets().map((candidate) => candidate.toMillis());
  return edge === 'start' ? Math.min(...instants) : Math.max(...instants);
}

function offsetZone(offset: string): string {
  return /^z$/i.test(offset) ? 'UTC' : `UTC${offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')}`;
}

/** Is it the name of a time zone, such as `Europe/Berlin` or `UTC`? */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
