import { limitLast } from '../../src/lint/rules/limit-last.ts';
import { testRule } from '../support/test-rule.ts';

testRule(limitLast, {
  valid: [
    'fields @message | filter a = 1 | limit 100',
    'limit 20 | display @message',
    'sort @timestamp desc | limit 5',
    'limit 5 | parse @message "* *" as a, b | fields a',
  ],
  invalid: {
    'fields @message | limit 100 | filter @message like "ERROR"':
      '                  ^^^^^ What a limit before "filter" does is not documented.',
    'sort @timestamp desc | limit 100 | stats count(*) by host':
      '                       ^^^^^ What a limit before "stats" does is not documented.',
    'limit 20 | sort a desc': '^^^^^ What a limit before "sort" does is not documented.',
    'limit 5 | fields a | dedup a': '^^^^^ What a limit before "dedup" does is not documented.',
  },
});
