import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const noSortBeforeStats: Rule = {
  code: 'no-sort-before-stats',
  severity: 'error',
  summary: 'With several "stats", "sort" and "limit" must come after the last of them.',
  explanation:
    'The manual calls a query invalid that sorts or limits before its last "stats". With one "stats" the service accepts it, ' +
    'but groups have no order, so the sort is lost, and what a limit does there is not documented.',
  examples: [
    {
      wrong: 'stats count(*) as hits by srcAddr, dstAddr | sort hits desc | stats max(hits) by dstAddr',
      right: 'stats count(*) as hits by srcAddr, dstAddr | stats max(hits) as most by dstAddr | sort most desc',
    },
  ],
  create: (context) => ({
    Query({ commands }) {
      const last = commands.findLastIndex(({ kind }) => kind === 'StatsCommand');
      const isOnly = commands.filter(({ kind }) => kind === 'StatsCommand').length === 1;
      for (const command of commands.slice(0, Math.max(0, last))) {
        if (command.kind !== 'SortCommand' && command.kind !== 'LimitCommand') continue;
        const keyword = command.kind === 'SortCommand' ? 'sort' : command.keyword;
        // "sort … | limit … | stats …" summarises the newest events: the service's own samples do so.
        if (isOnly && (command.kind === 'LimitCommand' || commands.some(({ kind }) => kind === 'LimitCommand')))
          continue;
        context.report(
          keywordSpan(command, context.source.text),
          isOnly
            ? 'The order is lost in the "stats" that follows.'
            : `"${keyword}" may not come before the last "stats".`,
          isOnly
            ? { severity: 'warning', help: 'Sort after the "stats".' }
            : { help: `Move it behind the last "stats".` },
        );
      }
    },
  }),
};
