import type { DurationLiteral } from '../../../src/language/ast.ts';

const caps: Partial<Record<DurationLiteral['unit'], number>> = { millisecond: 1000, second: 60, minute: 60, hour: 24 };
const lengths: Partial<Record<DurationLiteral['unit'], number>> = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};
const months: Partial<Record<DurationLiteral['unit'], number>> = { month: 1, quarter: 3, year: 12 };
const monday = Date.UTC(1970, 0, 5);

/** The start of the period, counted from the epoch in UTC; weeks begin on Mondays. */
export function floorTime(time: Date, { amount, unit }: DurationLiteral, offset = 0): Date {
  const length = lengths[unit];
  if (length === undefined) return monthOf(time, amount * months[unit]!, 0);
  const width = Math.min(amount, caps[unit] ?? Infinity) * length;
  const origin = (unit === 'week' ? monday : 0) + offset;
  return new Date(Math.floor((time.getTime() - origin) / width) * width + origin);
}

/** The end of the period; a time on a border stays. */
export function ceilTime(time: Date, period: DurationLiteral): Date {
  const floor = floorTime(time, period);
  if (floor.getTime() === time.getTime()) return time;
  const length = lengths[period.unit];
  if (length === undefined) return monthOf(time, period.amount * months[period.unit]!, 1);
  return new Date(floor.getTime() + Math.min(period.amount, caps[period.unit] ?? Infinity) * length);
}

function monthOf(time: Date, width: number, further: number): Date {
  const count = (time.getUTCFullYear() - 1970) * 12 + time.getUTCMonth();
  return new Date(Date.UTC(1970, (Math.floor(count / width) + further) * width, 1));
}
