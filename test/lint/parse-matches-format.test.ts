import { parseMatchesFormat } from '../../src/lint/rules/parse-matches-format.ts';
import { testRule } from '../support/test-rule.ts';

testRule(parseMatchesFormat, {
  format: '${srcaddr} ${dstaddr} ${srcport} ${dstport} ${action}',
  valid: [
    'parse @message "* * * * *" as srcaddr, dstaddr, srcport, dstport, action',
    'parse @message "* * * * *" as source, target, srcPort, dstPort, action',
    'parse @message "* * * *" as srcaddr, dstaddr, srcport, rest',
    'parse @message "[*] user=* took *" as level, user, took',
    'parse srcaddr "*.*.*.*" as a, b, c, d',
    'parse @message "* *" as srcaddr, dstaddr',
    'parse @message /(?<action>\\w+)$/',
    'parse @message {{glob}} as srcaddr, dstaddr, srcport',
    'parse "* * * * *" as srcaddr, dstaddr, srcport, dstport, action',
  ],
  invalid: {
    'parse @message "* * * * * *" as srcaddr, dstaddr, srcport, dstport, action':
      '               ^^^^^^^^^^^^^ The pattern has 6 stars; the format has 5 fields.',
    'parse @message "* * * * *" as srcaddr, dstaddr, dstport, srcport, action':
      '                                                ^^^^^^^ At this place the format has "srcport", not "dstport".',
    'parse @message "*, *, *, *, *" as srcaddr, dstaddr, srcport, dstport, action':
      '               ^^^^^^^^^^^^^^^ The text between the stars is not that of the format.',
    'parse @message "* * * *" as srcaddr, srcport, dstaddr, dstport':
      '               ^^^^^^^^^ The pattern has 4 stars; the format has 5 fields.',
    'parse @message "* * * * *" as srcaddr, dstaddr, srcport, action':
      '                                                         ^^^^^^ The list has 4 names; the format has 5 fields.',
    'parse @message "*,*,*" as srcaddr, dstaddr, srcport':
      '               ^^^^^^^ The pattern has 3 stars; the format has 5 fields.',
    'parse @message "* * * * * *" as srcaddr, dstaddr, srcport, dstport, verdict, more | filter verdict = "REJECT"':
      '               ^^^^^^^^^^^^^ The pattern has 6 stars; the format has 5 fields.',
  },
});
