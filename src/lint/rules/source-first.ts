import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const sourceFirst: Rule = {
  code: 'source-first',
  severity: 'error',
  summary: 'SOURCE must come before every other command.',
  explanation:
    'SOURCE chooses the log groups. The service refuses it anywhere but at the beginning of a query or subquery.',
  examples: [
    {
      wrong: "fields @message | SOURCE logGroups(namePrefix: ['/aws/lambda']) | limit 20",
      right: "SOURCE logGroups(namePrefix: ['/aws/lambda']) | fields @message | limit 20",
    },
  ],
  create: (context) => ({
    Query({ commands }) {
      const firstOther = commands.findIndex(({ kind }) => kind !== 'SourceCommand');
      for (const command of firstOther < 0 ? [] : commands.slice(firstOther)) {
        if (command.kind !== 'SourceCommand') continue;
        context.report(keywordSpan(command, context.source.text), 'SOURCE may only begin a query.', {
          help: 'Move it to the front.',
        });
      }
    },
  }),
};
