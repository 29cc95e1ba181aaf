import type { TimeRange } from '../../results/time-range.ts';
import { invalidParameter } from '../service-fault.ts';

/** Above it a figure can only mean milliseconds: as seconds it would lie in the year 5138. */
const largestSeconds = 100_000_000_000;

/** StartQuery takes seconds, and milliseconds too; the end is stretched to the last millisecond of its second. */
export function queryRange(startTime: number, endTime: number): TimeRange {
  const start = startTime > largestSeconds ? startTime : startTime * 1000;
  const end = Math.floor(endTime > largestSeconds ? endTime / 1000 : endTime) * 1000 + 999;
  if (end < start) throw invalidParameter('End time should not be before the start time.');
  return { start, end };
}
