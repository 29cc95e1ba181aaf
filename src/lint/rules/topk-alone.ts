import type { Rule } from '../rule.ts';

export const topkAlone: Rule = {
  code: 'topk-alone',
  severity: 'error',
  summary: 'topk() stands alone: without "by" and without other results.',
  explanation: 'The manual allows topk() neither with groups nor beside another function, and k from 1 to 10,000.',
  examples: [
    { wrong: 'stats topk(10, path) by host', right: 'stats topk(10, path)' },
    { wrong: 'stats topk(10, path), count(*)', right: 'stats topk(10, path)' },
  ],
  create: (context) => ({
    StatsCommand({ items, by }) {
      const item = items.find(
        ({ expression }) => expression.kind === 'Call' && expression.name.text.toLowerCase() === 'topk',
      );
      if (!item || item.expression.kind !== 'Call') return;
      const [k] = item.expression.args;
      if (by.length > 0 || items.length > 1) {
        context.report(
          item.expression,
          `"topk" cannot be combined with ${by.length > 0 ? 'groups' : 'other results'}.`,
          {
            help: 'Write "stats count(*) as hits by field | sort hits desc | limit k" instead.',
          },
        );
      }
      if (k?.kind === 'NumberLiteral' && (k.value < 1 || k.value > 10_000)) {
        context.report(k, `"topk" takes 1 to 10,000 values, not ${k.raw}.`);
      }
    },
  }),
};
