import type { QueryStatistics } from '../results/result.ts';
import { groupDigits } from '../text/group-digits.ts';

/** One line of counts, and a line for each warning: `3 rows; 1,204 of 100,000 records matched, 12.1 MB scanned in 0.4 s`. */
export function statisticsText(statistics: QueryStatistics): string {
  const { rows, recordsMatched, recordsScanned, bytesScanned, elapsedMilliseconds } = statistics;
  const counts = `${counted(rows, 'row')}; ${grouped(recordsMatched)} of ${counted(recordsScanned, 'record')} matched`;
  // Nobody knows the bytes of packed files before they are unpacked.
  const bytes = bytesScanned === 0 && recordsScanned > 0 ? '' : `, ${bytesText(bytesScanned)} scanned`;
  return `${counts}${bytes} in ${secondsText(elapsedMilliseconds)}\n${warningsText(statistics)}`;
}

/** A line for each reason why rows may be missing or values approximate. */
export function warningsText({ warnings }: Pick<QueryStatistics, 'warnings'>): string {
  return warnings.map((warning) => `warning: ${warning}\n`).join('');
}

/** `1 row`, `2,000 rows`. */
function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function grouped(count: number): string {
  return groupDigits(count);
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Bytes in powers of 1000, three digits: the service bills so. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < byteUnits.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${byteUnits[unit]!}`;
}

/** `0.04 s`, `2.4 s`, `3 min 5 s`. */
export function secondsText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 0.995) return `${seconds.toFixed(2)} s`;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
