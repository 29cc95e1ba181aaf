import { onlyLimitAfterDedup } from '../../src/lint/rules/only-limit-after-dedup.ts';
import { testRule } from '../support/test-rule.ts';

testRule(onlyLimitAfterDedup, {
  valid: [
    'fields @timestamp, host | sort @timestamp desc | dedup host',
    'dedup host | limit 20',
    'fields dedup | dedup a, b | limit 5',
    'dedup host | limit 5 | estimate',
  ],
  invalid: {
    'fields @timestamp, host | dedup host | sort @timestamp desc':
      '                                       ^^^^ "sort" may not follow "dedup"; only "limit" may.',
    'dedup a | stats count(*) by a': '          ^^^^^ "stats" may not follow "dedup"; only "limit" may.',
    'dedup a | limit 5 | fields a':
      '                    ^^^^^^ [warning] "fields" may not follow "dedup"; only "limit" may.',
    'dedup a | dedup b': '          ^^^^^ "dedup" may not follow "dedup"; only "limit" may.',
  },
});
