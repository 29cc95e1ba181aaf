import type { Rule } from '../rule.ts';

export const validRegex: Rule = {
  code: 'valid-regex',
  severity: 'error',
  summary: 'A regular expression must compile by the rules of RE2.',
  explanation:
    'The service searches with RE2, which has no lookahead, lookbehind or back-references. ' +
    'Upper and lower case are made alike with "(?i)" at the beginning, since "/…/i" is not known.',
  examples: [
    { wrong: 'filter @message like /error (?!timeout/ | limit 20', right: 'filter @message like /error/ | limit 20' },
    { wrong: 'filter @message like /[0-9/ | limit 20', right: 'filter @message like /[0-9]/ | limit 20' },
  ],
  create: (context) => ({
    RegexLiteral(regex) {
      if (regex.pattern.includes('{{')) return;
      const problem = context.checkRegex?.(regex.pattern);
      if (problem === undefined) return;
      context.report(regex, `The regular expression does not compile: ${problem}.`, { help: helpFor(regex.pattern) });
    },
  }),
};

function helpFor(pattern: string): string {
  if (/\(\?<?[=!]/.test(pattern)) return 'RE2 has no lookahead and lookbehind: use a second filter instead.';
  if (/\\[1-9]/.test(pattern)) return 'RE2 has no back-references.';
  return 'A character that is meant as itself needs a backslash before it.';
}
