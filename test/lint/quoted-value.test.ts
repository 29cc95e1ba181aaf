import { quotedValue } from '../../src/lint/rules/quoted-value.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  quotedValue,
  {
    valid: [
      'filter level = "ERROR"',
      'filter end > start',
      'filter a = ID',
      'fields "x" as ERROR | filter level = ERROR',
      'filter level = Error',
      'filter level = `ERROR`',
      'filter level in ["WARN", "ERROR"]',
      'filter a.B = C.D',
      'filter a + B > 3',
      'filter strlen(a) = ERROR',
    ],
    invalid: {
      'filter level = ERROR': '               ^^^^^ "ERROR" without quotes is a field.',
      'filter status != COMPLETED and method = GET': [
        '                 ^^^^^^^^^ "COMPLETED" without quotes is a field.',
        '                                        ^^^ "GET" without quotes is a field.',
      ].join('\n'),
      'filter level in [WARN, ERROR]': [
        '                 ^^^^ "WARN" without quotes is a field.',
        '                       ^^^^^ "ERROR" without quotes is a field.',
      ].join('\n'),
    },
  },
  {
    format: 'vpc-default',
    valid: ['filter action = "REJECT"', 'filter srcAddr = dstAddr'],
    invalid: {
      'filter action = REJECT': '                ^^^^^^ [error] "REJECT" without quotes is a field.',
      'filter logStatus in [OK]': '                     ^^ [error] "OK" without quotes is a field.',
    },
    fixed: {
      'filter action = REJECT and logStatus in [OK, NODATA]':
        'filter action = "REJECT" and logStatus in ["OK", "NODATA"]',
    },
  },
);
