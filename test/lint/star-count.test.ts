import { starCount } from '../../src/lint/rules/star-count.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  starCount,
  {
    valid: [
      'parse @message "[*] *" as level, text',
      'parse @message "tuples: " as rest',
      'parse @message \'"id":"*"\' as id',
      'parse @message {{pattern}} as a, b',
      'parse @message "{{prefix}} * *" as a',
      'parse "Init Duration: * ms" as start',
    ],
    invalid: {
      'parse @message "[*] *" as level': '               ^^^^^^^ The pattern has 2 stars for 1 name.',
      'parse @message "user=*" as user, method': '               ^^^^^^^^ The pattern has 1 star for 2 names.',
      'parse @message "user=" as user, method': '               ^^^^^^^ The pattern has no stars for 2 names.',
      'parse @message "* * *" as version, account': '               ^^^^^^^ The pattern has 3 stars for 2 names.',
      'parse @message "*" as a, b, c, d': '               ^^^ The pattern has 1 star for 4 names.',
    },
  },
  {
    format: '${srcaddr} ${dstaddr} ${srcport} ${dstport} ${action}',
    valid: ['parse @message "* * * *" as srcaddr, dstaddr, srcport, dstport, action'],
    invalid: {
      'parse srcaddr "*.*" as srcaddr, dstaddr, srcport': '              ^^^^^ The pattern has 2 stars for 3 names.',
      'parse @message "[*] *" as level, took, text': '               ^^^^^^^ The pattern has 2 stars for 3 names.',
    },
  },
);
