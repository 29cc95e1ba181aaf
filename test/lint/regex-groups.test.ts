import { regexGroups } from '../../src/lint/rules/regex-groups.ts';
import { testRule } from '../support/test-rule.ts';

testRule(regexGroups, {
  valid: [
    'parse @message /user=(?<user>\\S+)/',
    'parse @message /(?P<a>x)(y)/',
    'parse @message /(?:a|b)(?<c>[()]+)/',
    'parse @message /{{pattern}}/',
    'parse @message /[(](?<a>\\(x)/',
    'parse @message /[^](](?<a>x)/',
  ],
  invalid: {
    'parse @message /user=(\\S+)/':
      '               ^^^^^^^^^^^^ The regular expression has no named group, so "parse" makes no field.',
    'parse @message /took \\d+ ms/':
      '               ^^^^^^^^^^^^^ The regular expression has no group, so "parse" makes no field.',
    'parse @message /(\\d+) ms/ as took':
      '               ^^^^^^^^^^ [info] Groups named after "as" are not documented.',
    'parse @message /(\\d+) (\\w+)/ as took':
      '               ^^^^^^^^^^^^^ [warning] The regular expression has 2 groups for 1 names.',
    'parse @message /(?:a|b) [(x)] \\(/':
      '               ^^^^^^^^^^^^^^^^^^ The regular expression has no group, so "parse" makes no field.',
    'parse @message /(?i)x/ as y':
      '               ^^^^^^^ The regular expression has no group, so "parse" makes no field.',
  },
});
