import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const needsPattern: Rule = {
  code: 'needs-pattern',
  severity: 'error',
  summary: '"diff" and "anomaly" need a "pattern" before them.',
  explanation: 'Both compare patterns. The service answers "Diff operation has to be used after Pattern".',
  examples: [
    {
      wrong: 'filter @message like "ERROR" | diff previousDay',
      right: 'filter @message like "ERROR" | pattern @message | diff previousDay',
    },
    { wrong: 'fields @message | anomaly', right: 'fields @message | pattern @message | anomaly' },
  ],
  create: (context) => ({
    Query({ commands }) {
      for (const [index, command] of commands.entries()) {
        if (command.kind !== 'DiffCommand' && command.kind !== 'AnomalyCommand') continue;
        if (commands.slice(0, index).some(({ kind }) => kind === 'PatternCommand' || kind === 'SavedQueryCommand'))
          continue;
        const span = keywordSpan(command, context.source.text);
        context.report(span, `"${context.textOf(span)}" needs a "pattern" before it.`, {
          help: 'Add "| pattern @message" before it.',
        });
      }
    },
  }),
};
