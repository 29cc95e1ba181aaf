import { limitedRecords } from '../../src/lint/rules/limited-records.ts';
import { testRule } from '../support/test-rule.ts';

testRule(limitedRecords, {
  valid: [
    'fields @message | limit 20',
    'stats count(*) by host',
    'filter id in (SOURCE "/a" | fields id) | limit 5',
    'filter a = 1 | pattern @message',
    '$Saved()',
    'SOURCE "/aws/lambda/a"',
    'fields a | head 5',
    'fields a | estimate',
  ],
  invalid: {
    'fields @timestamp, @message | filter @message like "Timeout"':
      '^^^^^^ The query lists records and has no "limit".',
    'filter level = "ERROR"': '^^^^^^ The query lists records and has no "limit".',
    'SOURCE "/a" | parse @message "* *" as a, b | display a':
      '              ^^^^^ The query lists records and has no "limit".',
  },
});
