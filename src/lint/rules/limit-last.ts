import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const limitLast: Rule = {
  code: 'limit-last',
  severity: 'info',
  summary: 'A limit should be the last command.',
  explanation:
    'The manual speaks of "limit" as the number of rows to return. Whether a limit in the middle cuts there or at the end is ' +
    'not documented; "flowq run" on files cuts there.',
  examples: [
    {
      wrong: 'fields @message | limit 100 | filter @message like "ERROR"',
      right: 'fields @message | filter @message like "ERROR" | limit 100',
    },
  ],
  create: (context) => ({
    Query({ commands }) {
      for (const [index, command] of commands.entries()) {
        if (command.kind !== 'LimitCommand') continue;
        const next = commands.slice(index + 1).find(({ kind }) => !harmless.has(kind));
        if (!next) continue;
        const following = context.textOf(keywordSpan(next, context.source.text));
        context.report(
          keywordSpan(command, context.source.text),
          `What a limit before "${following}" does is not documented.`,
          {
            help: 'Move it to the end.',
          },
        );
      }
    },
  }),
};

/** They do not change which rows there are. */
const harmless: ReadonlySet<string> = new Set([
  'LimitCommand',
  'DisplayCommand',
  'FieldsCommand',
  'EstimateCommand',
  'UnmaskCommand',
  'ParseCommand',
]);
