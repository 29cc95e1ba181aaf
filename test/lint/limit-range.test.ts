import { limitRange } from '../../src/lint/rules/limit-range.ts';
import { testRule } from '../support/test-rule.ts';

testRule(limitRange, {
  valid: ['limit 20', 'fields @message | limit 100000', 'limit {{rows}}', 'limit 1'],
  invalid: {
    'limit 1000000': '      ^^^^^^^ A limit of 1000000 is beyond the 100,000 rows that one query can give.',
    'fields @message | limit 0': '                        ^ A limit of 0 leaves no rows.',
    'limit 2.5': '      ^^^ A limit of 2.5 is no whole number.',
    'limit 100001': '      ^^^^^^ A limit of 100001 is beyond the 100,000 rows that one query can give.',
  },
});
