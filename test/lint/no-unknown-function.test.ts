import { noUnknownFunction } from '../../src/lint/rules/no-unknown-function.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noUnknownFunction, {
  valid: [
    'filter strlen(@message) > 3',
    'stats COUNT(*) by bin(5m)',
    'stats countDistinct(srcaddr), count_distinct(dstaddr) by action',
    'stats Pct(@duration, 99.9) as slow',
    'fields count as c | limit 5',
  ],
  invalid: {
    'filter strlenn(@message) > 3': '       ^^^^^^^ Unknown function "strlenn". Did you mean "strlen"?',
    'stats median(@duration) by bin(5m)': '      ^^^^^^ Unknown function "median".',
    'stats distinct_count(user) by page': '      ^^^^^^^^^^^^^^ Unknown function "distinct_count".',
    'fields frobnicate(@message) as x': '       ^^^^^^^^^^ Unknown function "frobnicate".',
    'filter contains(@message, "Timeout")': '       ^^^^^^^^ Unknown function "contains".',
  },
});
