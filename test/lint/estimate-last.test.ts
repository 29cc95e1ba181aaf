import { estimateLast } from '../../src/lint/rules/estimate-last.ts';
import { testRule } from '../support/test-rule.ts';

testRule(estimateLast, {
  valid: ['fields @message | limit 20 | estimate', 'estimate', 'fields estimate'],
  invalid: {
    'fields @message | estimate | limit 20': '                  ^^^^^^^^ "estimate" must be the last command.',
    'estimate | estimate': '^^^^^^^^ "estimate" must be the last command.',
    'estimate | stats count(*)': '^^^^^^^^ "estimate" must be the last command.',
  },
});
