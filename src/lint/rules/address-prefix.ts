import { quoteRegex } from '../../language/quote.ts';
import { isAddress, isAddressPrefix } from '../addresses.ts';
import { holdsAddresses } from '../definitions.ts';
import { isString } from '../place.ts';
import type { Rule } from '../rule.ts';

export const addressPrefix: Rule = {
  code: 'address-prefix',
  severity: 'warning',
  summary: 'A part of an address must be anchored to be its beginning.',
  explanation:
    '"like" with a string finds the text anywhere: "10." also finds 110.1.1.1 and 192.168.10.7, and "10.0.0.1" finds 10.0.0.17. ' +
    'A regular expression with "^" looks at the beginning, "=" at the whole address.',
  examples: [
    { wrong: 'filter srcAddr not like "10." | limit 20', right: 'filter srcAddr not like /^10\\./ | limit 20' },
    { wrong: 'filter srcAddr like "10.0.0.1" | limit 20', right: 'filter srcAddr = "10.0.0.1" | limit 20' },
  ],
  create: (context) => ({
    Like(like, ancestors) {
      const { value, pattern, negated } = like;
      if (!isString(pattern) || !holdsAddresses(value, context.scopeOf(ancestors))) return;
      const text = pattern.value;
      if (!isAddress(text) && !isAddressPrefix(text)) return;
      const field = context.textOf(value);
      const better = isAddress(text)
        ? `${field} ${negated ? '!=' : '='} ${context.textOf(pattern)}`
        : `${field} ${negated ? 'not like' : 'like'} /^${quoteRegex(text)}${text.endsWith('.') ? '' : '\\.'}/`;
      context.report(pattern, `"${text}" is found anywhere in an address, not only where it begins.`, {
        help: `Write ${better}.`,
      });
    },
  }),
};
