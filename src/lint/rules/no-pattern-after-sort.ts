import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const noPatternAfterSort: Rule = {
  code: 'no-pattern-after-sort',
  severity: 'error',
  summary: '"pattern" may not follow "sort".',
  explanation: 'The manual calls such a query invalid. "sort" and "limit" may follow "pattern".',
  examples: [
    {
      wrong: 'filter @message like "ERROR" | sort @timestamp desc | pattern @message',
      right: 'filter @message like "ERROR" | pattern @message | sort @sampleCount desc',
    },
  ],
  create: (context) => ({
    Query({ commands }) {
      const sort = commands.findIndex(({ kind }) => kind === 'SortCommand');
      const pattern = commands.findIndex(({ kind }) => kind === 'PatternCommand');
      if (sort < 0 || pattern < sort) return;
      context.report(keywordSpan(commands[pattern]!, context.source.text), '"pattern" may not follow "sort".', {
        help: 'Move the "sort" behind it, or take it away.',
      });
    },
  }),
};
