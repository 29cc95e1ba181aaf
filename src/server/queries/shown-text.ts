import type { TimeRange } from '../../results/time-range.ts';

/** A query as DescribeQueries shows it: its groups and time before its text. A text that begins with SOURCE stays as it is. */
export function shownText(text: string, groups: readonly string[], { start, end }: TimeRange): string {
  if (/^\s*SOURCE\b/i.test(text)) return text;
  return [...groups.map((group) => `SOURCE ${JSON.stringify(group)} START=${start} END=${end}`), text].join(' | ');
}
