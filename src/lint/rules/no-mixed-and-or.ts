import type { Rule } from '../rule.ts';

export const noMixedAndOr: Rule = {
  code: 'no-mixed-and-or',
  severity: 'info',
  summary: '"and" beside "or" should stand in parentheses.',
  explanation: '"and" binds tighter than "or" here as elsewhere, but the manual does not say so, and readers stumble.',
  examples: [
    {
      wrong: 'filter level = "ERROR" or level = "WARN" and host = "a" | limit 20',
      right: 'filter (level = "ERROR" or level = "WARN") and host = "a" | limit 20',
    },
  ],
  create: (context) => ({
    Binary(node) {
      if (node.operator !== 'or') return;
      for (const part of [node.left, node.right]) {
        if (part.kind !== 'Binary' || part.operator !== 'and' || part.parenthesized) continue;
        context.report(part.operatorSpan, 'This "and" binds tighter than the "or" beside it.', {
          help: 'Put parentheses around what belongs together.',
        });
      }
    },
  }),
};
