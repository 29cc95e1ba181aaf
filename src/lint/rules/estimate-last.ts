import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const estimateLast: Rule = {
  code: 'estimate-last',
  severity: 'error',
  summary: '"estimate" must be the last command.',
  explanation:
    '"estimate" does not run the query: it says how much the query would read. The service takes it at the end only.',
  examples: [{ wrong: 'fields @message | estimate | limit 20', right: 'fields @message | limit 20 | estimate' }],
  create: (context) => ({
    Query({ commands }) {
      for (const command of commands.slice(0, -1)) {
        if (command.kind !== 'EstimateCommand') continue;
        context.report(keywordSpan(command, context.source.text), '"estimate" must be the last command.', {
          help: 'Move it to the end.',
        });
      }
    },
  }),
};
