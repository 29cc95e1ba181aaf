import type { DurationLiteral } from '../language/ast.ts';
import { clampDuration, durationMilliseconds } from '../language/duration.ts';
import type { Bind } from './compare.ts';
import { sql, value, type Fragment, type SqlValue } from './value.ts';

/** Monday 1970-01-05: weeks begin on Mondays. */
const firstMonday = 345_600_000;

const monthsOf: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** The start of the period that holds an instant; periods are counted from the epoch, in UTC. */
export function floorTime(instant: SqlValue, period: DurationLiteral, bind: Bind, shift = 0): SqlValue {
  const months = monthsIn(period);
  if (months !== undefined) return value('timestamp', bucket(instant, months));
  const width = durationMilliseconds(period)!;
  const origin = (period.unit === 'week' ? firstMonday : 0) + shift;
  const moment = bind(instant, 'time');
  const since = origin === 0 ? moment : sql`(${moment} - ${origin})`;
  return value('timestamp', sql`(${moment} - ((${since} % ${width}) + ${width}) % ${width})`);
}

/** The end of the period that holds an instant; an instant on a boundary stays. */
export function ceilTime(instant: SqlValue, period: DurationLiteral, bind: Bind): SqlValue {
  const moment = bind(instant, 'time');
  const floor = bind(floorTime(moment, period, bind), 'floor');
  const months = monthsIn(period);
  const next =
    months === undefined
      ? sql`${floor} + ${durationMilliseconds(period)!}`
      : sql`epoch_ms(make_timestamp(${floor} * 1000) + INTERVAL ${months} MONTH)`;
  return value('timestamp', sql`CASE WHEN ${floor} = ${moment} THEN ${moment} ELSE ${next} END`);
}

/** Months in a period that the calendar measures. */
function monthsIn({ amount, unit }: DurationLiteral): number | undefined {
  const months = monthsOf[unit];
  return months === undefined ? undefined : Math.max(1, Math.trunc(clampDuration({ amount, unit }))) * months;
}

function bucket(instant: SqlValue, months: number): Fragment {
  return sql`epoch_ms(time_bucket(INTERVAL ${months} MONTH, make_timestamp(${instant} * 1000), TIMESTAMP '1970-01-01'))`;
}
