import { singleDisplay } from '../../src/lint/rules/single-display.ts';
import { testRule } from '../support/test-rule.ts';

testRule(singleDisplay, {
  valid: [
    'display a, b',
    'display a as b | display b',
    'display a | stats count(*) by a | display a',
    'fields a | display b | limit 5',
  ],
  invalid: {
    'display @timestamp, host | display @message': '^^^^^^^ A later "display" replaces this one.',
    'display a | filter a = 1 | display b': '^^^^^^^ A later "display" replaces this one.',
    'stats count(*) as n by a, b | display a | display b, n':
      '                              ^^^^^^^ A later "display" replaces this one.',
  },
});
