import { noTimestampText } from '../../src/lint/rules/no-timestamp-text.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noTimestampText, {
  valid: [
    'filter toMillis(@timestamp) > 1795168800000',
    'filter date = "2026-11-20"',
    'filter @timestamp > 1795168800000',
    'stats max(@timestamp) as t by a | filter a > "2026-11-20"',
    'filter @message like "2026-11-20"',
  ],
  invalid: {
    'filter @timestamp > "2026-11-20 10:00:00"':
      '                    ^^^^^^^^^^^^^^^^^^^^^ A timestamp is not compared with text such as "2026-11-20 10:00:00".',
    'filter @timestamp >= "2026-11-20T10:00:00+01:00"':
      '                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ A timestamp is not compared with text such as "2026-11-20T10:00:00+01:00".',
    'filter "2026-11-20" < @timestamp':
      '       ^^^^^^^^^^^^ A timestamp is not compared with text such as "2026-11-20".',
    'stats count(*) by bin(1h) as hour | filter hour = "2026-11-20 25 o\'clock"':
      '                                                  ^^^^^^^^^^^^^^^^^^^^^^^ A timestamp is not compared with text such as "2026-11-20 25 o\'clock".',
  },
});
