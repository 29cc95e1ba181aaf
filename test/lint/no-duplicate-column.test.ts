import { noDuplicateColumn } from '../../src/lint/rules/no-duplicate-column.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noDuplicateColumn, {
  valid: [
    'stats sum(a) as x, sum(b) as y by c',
    'fields a, b, a as c',
    'parse @message "* * *" as a, b, c',
    'fields a | fields a, b',
    'json field=payload "a.b" as b, "a.c" as c',
    'display a, A',
  ],
  invalid: {
    'stats sum(bytesIn) as total, sum(bytesOut) as total by host':
      '                                              ^^^^^ Two columns are called "total".',
    'parse @message "* * *" as a, b, a': '                                ^ Name "a" stands twice in the list.',
    'fields @timestamp, host, @timestamp':
      '                         ^^^^^^^^^^ [warning] Column "@timestamp" is listed twice.',
    'stats count(*) as host by host': '                  ^^^^ Two columns are called "host".',
    'parse @message csv as a, a': '                         ^ Name "a" stands twice in the list.',
    'json field=payload "a.b" as x, "a.c" as x':
      '                                        ^ Name "x" stands twice in the list.',
    'display count, count': '               ^^^^^ [warning] Column "count" is listed twice.',
    'parse @message /(\\d)(\\d)/ as n, n': '                                ^ Name "n" stands twice in the list.',
    'stats count(*), count(*)': '                ^^^^^^^^ Two columns are called "count(*)".',
  },
});
