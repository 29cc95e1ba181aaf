import { needsPattern } from '../../src/lint/rules/needs-pattern.ts';
import { testRule } from '../support/test-rule.ts';

testRule(needsPattern, {
  valid: [
    'pattern @message | diff previousDay',
    'pattern @message | anomaly',
    '$Patterns() | diff',
    'fields diff, anomaly',
  ],
  invalid: {
    'filter @message like "ERROR" | diff previousDay':
      '                               ^^^^ "diff" needs a "pattern" before it.',
    'fields @message | anomaly': '                  ^^^^^^^ "anomaly" needs a "pattern" before it.',
    diff: '^^^^ "diff" needs a "pattern" before it.',
    'diff | pattern @message': '^^^^ "diff" needs a "pattern" before it.',
  },
});
