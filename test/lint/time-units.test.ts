import { timeUnits } from '../../src/lint/rules/time-units.ts';
import { testRule } from '../support/test-rule.ts';

testRule(timeUnits, {
  valid: [
    'filter toMillis(@timestamp) >= (now() - 3600) * 1000',
    'filter toMillis(@timestamp) >= now() * 1000 - 3600000',
    'filter start > now() - 3600',
    'filter toMillis(@timestamp) / 1000 > now() - 60',
    'filter @timestamp > fromMillis(now() * 1000)',
  ],
  invalid: {
    'filter toMillis(@timestamp) >= now() - 3600':
      '                               ^^^^^^^^^^^^ "now() - 3600" counts seconds and is compared with milliseconds.',
    'filter @timestamp > now()': '                    ^^^^^ "now()" counts seconds and is compared with milliseconds.',
    'filter now() - 60 < toMillis(@timestamp) + 5':
      '       ^^^^^^^^^^ "now() - 60" counts seconds and is compared with milliseconds.',
    'filter @ingestionTime > 60 + now()':
      '                        ^^^^^^^^^^ "60 + now()" counts seconds and is compared with milliseconds.',
  },
});
