import { validRegex } from '../../src/lint/rules/valid-regex.ts';
import { testRule } from '../support/test-rule.ts';

testRule(validRegex, {
  valid: [
    'filter @message like /(?i)error: \\d+/',
    'parse @message /(?<@domain>[^ ]+)/',
    'filter path like /\\/api\\/v1/',
    'filter @message like /a{{x}}(/',
    'filter @message like /(?s)a.b/',
    'parse @message /(?P<name>\\w+)/',
    'filter a = "("',
  ],
  invalid: {
    'filter @message like /error (?!timeout)/':
      '                     ^^^^^^^^^^^^^^^^^^^ The regular expression does not compile: invalid or unsupported Perl syntax: `(?!`.',
    'filter @message like /[0-9/':
      '                     ^^^^^^ The regular expression does not compile: missing closing ]: `[0-9`.',
    'filter @message =~ /(a)\\1/':
      '                   ^^^^^^^ The regular expression does not compile: invalid escape sequence: `\\1`.',
    'parse @message /(?<a>x+/':
      '               ^^^^^^^^^ The regular expression does not compile: missing closing ): `(?<a>x+`.',
    'filter a like /x/ or b like /a**/':
      '                            ^^^^^ The regular expression does not compile: invalid nested repetition operator: `**`.',
  },
});
