/** Instants in UTC, both inclusive, in epoch milliseconds; the service stretches the end to the last millisecond of its second. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}
