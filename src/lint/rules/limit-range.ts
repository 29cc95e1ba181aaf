import { mostRows } from '../../language/most-rows.ts';
import type { Rule } from '../rule.ts';

export const limitRange: Rule = {
  code: 'limit-range',
  severity: 'error',
  summary: 'A limit must be between 1 and 100,000.',
  explanation: 'The service gives at most 100,000 rows for one query, 10,000 where nothing is asked for.',
  examples: [
    { wrong: 'fields @timestamp, @message | limit 1000000', right: 'fields @timestamp, @message | limit 100000' },
    { wrong: 'fields @timestamp, @message | limit 0', right: 'fields @timestamp, @message | limit 1' },
  ],
  create: (context) => ({
    LimitCommand({ count }) {
      if (count.kind === 'Placeholder') return;
      if (!Number.isInteger(count.value)) context.report(count, `A limit of ${count.raw} is no whole number.`);
      else if (count.value < 1) context.report(count, `A limit of ${count.raw} leaves no rows.`);
      else if (count.value > mostRows) {
        context.report(count, `A limit of ${count.raw} is beyond the 100,000 rows that one query can give.`, {
          help: 'Aggregate with "stats", or split the time range.',
        });
      }
    },
  }),
};
