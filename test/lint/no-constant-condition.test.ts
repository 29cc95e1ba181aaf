import { noConstantCondition } from '../../src/lint/rules/no-constant-condition.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noConstantCondition, {
  valid: [
    'filter status != 200 and status != 304',
    'filter a != 1 or b != 2',
    'filter a = 1 and b = 2',
    'filter a != 1 or a = 2',
    'filter a = 1 or a = 2',
    'filter a != 1 or (a != 2 and b = 3)',
    'filter a != {{x}} or a != {{y}}',
    'filter a = "{{x}}" and a = "b"',
    'filter strlen(a) != 1 or strlen(a) != 2',
    'filter a = 1 and a = "1"',
  ],
  invalid: {
    'filter status != 200 or status != 304':
      '       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This holds for every event: "status" always differs from one of the values.',
    'filter level = "ERROR" and level = "WARN"':
      '       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This never holds: "level" cannot equal both values.',
    'filter a = 1 or b != "x" or b != "y" or c = 2':
      '       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This holds for every event: "b" always differs from one of the values.',
    'filter host = "a" and (level = 3 and host = "b")':
      '       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This never holds: "host" cannot equal both values.',
  },
});
