import type { Rule } from '../rule.ts';

export const noTrailingLazyGroup: Rule = {
  code: 'no-trailing-lazy-group',
  severity: 'warning',
  summary: 'A lazy group at the end of a pattern captures nothing.',
  explanation:
    '"*?" and "+?" take as little as they can. Where nothing follows them, that is no text at all, or one character. ' +
    'The manual itself has such a sample.',
  examples: [
    { wrong: 'parse @message /latency=(?<latency>.*?)/', right: 'parse @message /latency=(?<latency>\\S+)/' },
    { wrong: 'parse @message /user=(?<user>.+?)/', right: 'parse @message /user=(?<user>.+)/' },
  ],
  create: (context) => ({
    ParseRegex({ pattern }) {
      const match = /[*+?]\?\)$/.exec(pattern.pattern);
      if (!match || /\\[*+?]\?\)$/.test(pattern.pattern)) return;
      const end = pattern.span.start + 1 + pattern.pattern.length;
      const taken = match[0].startsWith('+') ? 'only one character' : 'nothing';
      context.report(
        { start: end - match[0].length, end },
        `A lazy group at the end of the pattern captures ${taken}.`,
        {
          help: 'Say what the value is made of, such as \\S+, or take the "?" away.',
        },
      );
    },
  }),
};
