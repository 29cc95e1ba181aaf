import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const noDeprecatedCommand: Rule = {
  code: 'no-deprecated-command',
  severity: 'warning',
  summary: '"head" and "tail" are deprecated: use "limit".',
  explanation:
    'Both are older than "limit" and no longer in the manual. What "tail" gives depends on an order that is not documented.',
  examples: [
    {
      wrong: 'fields @message | sort @timestamp desc | head 5',
      right: 'fields @message | sort @timestamp desc | limit 5',
    },
  ],
  create: (context) => ({
    LimitCommand(command) {
      if (command.keyword === 'limit') return;
      const span = keywordSpan(command, context.source.text);
      const isHead = command.keyword === 'head';
      context.report(span, `"${command.keyword}" is deprecated.`, {
        help: isHead ? 'Write "limit".' : 'Sort the other way round and write "limit".',
        ...(isHead && { fix: { description: 'Write "limit"', edits: [{ span, text: 'limit' }] } }),
      });
    },
  }),
};
