import { argumentType } from '../../src/lint/rules/argument-type.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  argumentType,
  {
    valid: [
      'stats count(*) by bin(5m)',
      'stats count(*) by bin({{width}})',
      'stats pct(latency, 95)',
      'fields abs("-12") as n',
      'fields datefloor(@timestamp, 1h) as hour',
      'fields abs(jsonParse(@message).n) as n',
      'stats count(*) by bin(width)',
      'fields frobnicate(5m) as unknown',
      'fields now(1) as n',
    ],
    invalid: {
      'stats count(*) by bin("5m")': '                      ^^^^ "bin" takes a duration here, not the text "5m".',
      'stats count(*) by bin(5)': '                      ^ "bin" takes a duration here, not the bare number 5.',
      'fields abs("many") as n': '           ^^^^^^ "abs" takes a number here, not the text "many".',
      'fields strlen(5m) as n': '              ^^ "strlen" takes a value here, not the duration 5m.',
      'fields strlen(jsonParse(@message)) as n':
        '              ^^^^^^^^^^^^^^^^^^^ [warning] "strlen" takes text here, not a list or a map.',
      'fields abs(split(@message, ",")) as n':
        '           ^^^^^^^^^^^^^^^^^^^^ [warning] "abs" takes a number here, not a list or a map.',
    },
  },
  {
    format: 'vpc-default',
    valid: [
      'fields ceil(bytes / 1000) as kilobytes',
      'fields ipv4ToNumber(srcAddr) as n',
      'fields strlen(bytes) as digits',
    ],
    invalid: {
      'fields sqrt(srcAddr) as root': '            ^^^^^^^ [warning] "sqrt" takes a number here, not an address.',
    },
  },
);
