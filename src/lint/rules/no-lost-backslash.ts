import type { Rule } from '../rule.ts';

export const noLostBackslash: Rule = {
  code: 'no-lost-backslash',
  severity: 'warning',
  summary: 'A pattern such as "d+" has probably lost its backslash.',
  explanation:
    'In a string of JavaScript, Terraform or a shell, "\\d" may become "d" before the query is sent. The query then runs and ' +
    'extracts nothing.',
  examples: [
    { wrong: 'parse @message /took (?<took>d+) ms/', right: 'parse @message /took (?<took>\\d+) ms/' },
    { wrong: 'parse @message /user=(?<user>S+)/', right: 'parse @message /user=(?<user>\\S+)/' },
  ],
  create: (context) => ({
    RegexLiteral({ pattern, span }) {
      for (const match of pattern.matchAll(/(?<=\((?:\?P?<[^>]*>)?)([dDwWsS])[+*]\??(?=\))/g)) {
        const start = span.start + 1 + match.index;
        context.report({ start, end: start + match[0].length }, `"${match[0]}" matches the letter ${match[1]}.`, {
          help: `Write "\\${match[0]}" if a class of characters is meant.`,
        });
      }
    },
  }),
};
