import { noMixedAndOr } from '../../src/lint/rules/no-mixed-and-or.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noMixedAndOr, {
  valid: [
    'filter (a = 1 or a = 2) and b = 3',
    'filter a = 1 or (b = 2 and c = 3)',
    'filter a = 1 and b = 2 and c = 3',
    'filter not (a = 1 and b = 2) or c = 3',
  ],
  invalid: {
    'filter level = "ERROR" or level = "WARN" and host = "a"':
      '                                         ^^^ This "and" binds tighter than the "or" beside it.',
    'filter a = 1 and b = 2 or c = 3': '             ^^^ This "and" binds tighter than the "or" beside it.',
    'filter a = 1 and b = 2 or c = 3 and d = 4': [
      '             ^^^ This "and" binds tighter than the "or" beside it.',
      '                                ^^^ This "and" binds tighter than the "or" beside it.',
    ].join('\n'),
  },
});
