import { preferEquals } from '../../src/lint/rules/prefer-equals.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  preferEquals,
  {
    format: 'vpc-default',
    valid: [
      'filter action = "REJECT"',
      'filter srcAddr like "10.0"',
      'filter action not like "REJECT"',
      'filter action like /REJECT/',
      'filter strlen(action) like "6"',
    ],
    invalid: {
      'filter action like "REJECT"': '       ^^^^^^^^^^^^^^^^^^^^ [warning] "like" cannot use the index of "action".',
      'filter action like "REJ"': '       ^^^^^^^^^^^^^^^^^ "like" cannot use the index of "action".',
      'filter @logStream like "eni-0a1b"':
        '       ^^^^^^^^^^^^^^^^^^^^^^^^^^ "like" cannot use the index of "@logStream".',
    },
    fixed: {
      'filter action like "REJECT" and logStatus like "OK"': 'filter action = "REJECT" and logStatus = "OK"',
    },
  },
  {
    valid: ['filter level like "ERROR"', 'filter action like "REJECT"', 'filter @message like "x"'],
    invalid: {
      'filter @logStream like "2026/11/20"':
        '       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "like" cannot use the index of "@logStream".',
      'filter traceId like "1-5e1b4151"': '       ^^^^^^^^^^^^^^^^^^^^^^^^^ "like" cannot use the index of "traceId".',
    },
  },
);
