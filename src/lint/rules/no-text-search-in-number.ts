import { definitionOf } from '../definitions.ts';
import type { Rule } from '../rule.ts';

export const noTextSearchInNumber: Rule = {
  code: 'no-text-search-in-number',
  severity: 'warning',
  summary: 'A number should be compared, not searched as text.',
  explanation: '"like" looks at the digits: "dstPort like /22/" also finds 2222 and 8022. Compare with "=" or "in".',
  examples: [
    { wrong: 'filter dstPort like /22/ | limit 20', right: 'filter dstPort = 22 | limit 20', format: 'vpc-default' },
    {
      wrong: 'filter dstPort like "443" | limit 20',
      right: 'filter dstPort in [443, 8443] | limit 20',
      format: 'vpc-default',
    },
  ],
  create: (context) => ({
    Like(like, ancestors) {
      const { value, pattern } = like;
      if (definitionOf(value, context.scopeOf(ancestors))?.type !== 'number') return;
      const text =
        pattern.kind === 'StringLiteral' ? pattern.value : pattern.kind === 'RegexLiteral' ? pattern.pattern : '';
      // An anchored pattern has been thought about; one without digits looks for "-".
      if (!/^\d+$/.test(text)) return;
      const name = context.textOf(value);
      context.report(like, `"${name}" is a number: as text "${text}" is also found inside other numbers.`, {
        help: `Write ${name} ${like.negated ? '!=' : '='} ${text}.`,
      });
    },
  }),
};
