import { findFunction } from '../../functions/table.ts';
import { folded } from '../field-use.ts';
import type { Rule } from '../rule.ts';

export const aggregateInStats: Rule = {
  code: 'aggregate-in-stats',
  severity: 'error',
  summary: 'Functions over many events belong in "stats".',
  explanation:
    'count(), sum(), avg() and the like need a group of events, which only "stats" makes. To filter on such a result give it an ' +
    'alias and filter after the "stats".',
  examples: [
    {
      wrong: 'stats count(*) as hits by host | filter count(*) > 10',
      right: 'stats count(*) as hits by host | filter hits > 10',
    },
    {
      wrong: 'filter max(@duration) > 1000 | limit 20',
      right: 'stats max(@duration) as slowest by @log | filter slowest > 1000',
    },
  ],
  create: (context) => ({
    Call(call, ancestors) {
      if (findFunction(call.name.text)?.kind !== 'aggregate') return;
      const command = ancestors.findLast((node) => node.kind.endsWith('Command'));
      if (!command || command.kind === 'StatsCommand' || command.kind === 'UnknownCommand') return;
      const text = folded(context.textOf(call));
      const isColumn = context.scopeOf(ancestors).fields.has(text);
      if (isColumn && command.kind === 'SortCommand') {
        context.report(call, `Whether "${text}" without backticks finds the column of this name is not documented.`, {
          severity: 'info',
          help: `Give it an alias in "stats", or write \`${text}\` in backticks.`,
        });
      } else if (isColumn) {
        context.report(call, `"${text}" cannot be computed here; the column of this name needs backticks.`, {
          severity: 'warning',
          help: `Give it an alias in "stats", or write \`${text}\` in backticks.`,
        });
      } else {
        context.report(call, `"${call.name.text}" works on groups of events, so it may only stand in "stats".`, {
          help: 'Compute it with "stats … as name" and use the name.',
        });
      }
    },
  }),
};
