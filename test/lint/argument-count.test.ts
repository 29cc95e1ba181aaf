import { argumentCount } from '../../src/lint/rules/argument-count.ts';
import { testRule } from '../support/test-rule.ts';

testRule(argumentCount, {
  valid: [
    'stats count() by bin(5m)',
    'stats count(*), count(host)',
    'fields substr(@message, 3) as a, substr(@message, 3, 5) as b',
    'fields coalesce(a, b, c, "none") as d',
    'fields now() as n',
    'fields frobnicate() as unknown',
  ],
  invalid: {
    'stats pct(@duration) by bin(5m)': '      ^^^^^^^^^^^^^^ "pct" takes 2 arguments, not 1.',
    'fields replace(@message, "a") as short': '       ^^^^^^^^^^^^^^^^^^^^^^ "replace" takes 3 arguments, not 2.',
    'stats sum(*) by host': '      ^^^^^^ "sum" takes 1 argument, not "*".',
    'filter ispresent(a, b)': '       ^^^^^^^^^^^^^^^ "ispresent" takes 1 argument, not 2.',
    'fields concat() as nothing': '       ^^^^^^^^ "concat" takes at least 1 argument, not none.',
    'fields now(1) as n': '       ^^^^^^ "now" takes no arguments, not 1.',
    'fields strlen() as n': '       ^^^^^^^^ "strlen" takes 1 argument, not none.',
    'stats count(a, b)': '      ^^^^^^^^^^^ "count" takes at most 1 argument, not 2.',
    'fields substr(@message) as s': '       ^^^^^^^^^^^^^^^^ "substr" takes 2 to 3 arguments, not 1.',
  },
});
