import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const limitedRecords: Rule = {
  code: 'limited-records',
  severity: 'info',
  summary: 'A query that lists records should say how many it wants.',
  explanation:
    'Without a "limit" a list of records is cut at 10,000 rows, whichever come first. A query has no time range of its own: ' +
    'give one where you run it, since the service reads, and charges for, everything in it.',
  examples: [
    {
      wrong: 'fields @timestamp, @message | filter @message like "Timeout"',
      right: 'fields @timestamp, @message | filter @message like "Timeout" | limit 100',
    },
  ],
  create: (context) => ({
    Query(query, ancestors) {
      const { commands } = query;
      const first = commands.find(({ kind }) => kind !== 'SourceCommand');
      // In a subquery the rows are not for a reader.
      if (!first || ancestors.length > 0) return;
      if (commands.some(({ kind }) => bounded.has(kind))) return;
      context.report(keywordSpan(first, context.source.text), 'The query lists records and has no "limit".', {
        help: 'Add "| limit 100", or count with "stats".',
      });
    },
  }),
};

/** Commands that end in few rows, or of which nothing can be known. */
const bounded: ReadonlySet<string> = new Set([
  'LimitCommand',
  'StatsCommand',
  'PatternCommand',
  'CountFrequentCommand',
  'RelevantfieldsCommand',
  'EstimateCommand',
  'SavedQueryCommand',
  'UnknownCommand',
]);
