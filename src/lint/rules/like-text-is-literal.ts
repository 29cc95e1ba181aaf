import type { Rule } from '../rule.ts';

export const likeTextIsLiteral: Rule = {
  code: 'like-text-is-literal',
  severity: 'warning',
  summary: 'A string after "like" is searched as it stands: it has no wildcards.',
  explanation:
    '"like" with a string is a test for a part of the text, and tells upper from lower case. "%", "*", ".*" and "(?i)" are searched ' +
    'as these characters. For a pattern write a regular expression between slashes.',
  examples: [
    { wrong: 'filter @message like "%Timeout%" | limit 20', right: 'filter @message like "Timeout" | limit 20' },
    { wrong: 'filter @message like "(?i)timeout" | limit 20', right: 'filter @message like /(?i)timeout/ | limit 20' },
  ],
  create: (context) => ({
    Like({ operator, pattern }) {
      if (pattern.kind !== 'StringLiteral' || operator !== 'like') return;
      const sign = patternSign(pattern.value);
      if (sign === undefined) return;
      context.report(pattern, `"${sign}" is searched as it stands: a string after "like" has no wildcards.`, {
        help: 'Leave it out, or write a regular expression between slashes: like /…/.',
      });
    },
  }),
};

/** What only makes sense in a pattern. */
function patternSign(text: string): string | undefined {
  const inline = /^\(\?[a-z]+\)/.exec(text)?.[0];
  if (inline !== undefined) return inline;
  if (text.includes('.*')) return '.*';
  const letter = /\\[dwsb](?![a-z])/.exec(text)?.[0];
  if (letter !== undefined) return letter;
  // A percent sign after a digit is a share, one before a single letter is printf's; beside a word it is SQL.
  if (/^%[\w.-]{3,}|[a-z]{2,}%$/i.test(text)) return '%';
  return /^\*[\w]|[\w]\*$/.test(text) ? '*' : undefined;
}
