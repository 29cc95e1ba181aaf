import { quoteString } from '../../language/quote.ts';
import { bareValueOf } from '../bare-value.ts';
import type { Rule } from '../rule.ts';

export const quotedValue: Rule = {
  code: 'quoted-value',
  severity: 'warning',
  summary: 'A text value must stand in quotes.',
  explanation:
    'A word without quotes is a field. "filter level = ERROR" compares two fields, and since no event has a field "ERROR" ' +
    'nothing matches.',
  examples: [
    { wrong: 'filter level = ERROR | limit 20', right: 'filter level = "ERROR" | limit 20' },
    { wrong: 'filter action = REJECT | limit 20', right: 'filter action = "REJECT" | limit 20', format: 'vpc-default' },
  ],
  create: (context) => ({
    Field(field, ancestors) {
      const bare = bareValueOf(field, ancestors, context);
      if (!bare) return;
      const text = quoteString(field.name);
      context.report(field, `"${field.name}" without quotes is a field.`, {
        severity: bare.isKnown ? 'error' : 'warning',
        help: `Write ${text} if a value is meant.`,
        ...(bare.isKnown && { fix: { description: `Write ${text}`, edits: [{ span: field.span, text }] } }),
      });
    },
  }),
};
