import { noSumOfAddress } from '../../src/lint/rules/no-sum-of-address.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  noSumOfAddress,
  {
    format: 'vpc-default',
    valid: [
      'stats sum(bytes) by srcAddr',
      'stats count_distinct(srcAddr) by dstAddr',
      'stats max(dstPort) by srcAddr',
      'stats sum(srcAddr = "10.0.0.1") as hits',
      'stats avg(bytes / packets) by srcAddr',
      'stats avg(end - start) by srcAddr',
    ],
    invalid: {
      'stats sum(srcAddr) by dstAddr': '      ^^^^^^^^^^^^ "srcAddr" is an address: sum() of it means nothing.',
      'stats avg(dstPort) by srcAddr':
        '      ^^^^^^^^^^^^ [warning] "dstPort" is a port number: avg() of it means nothing.',
      'stats pct(interfaceId, 95)':
        '      ^^^^^^^^^^^^^^^^^^^^ "interfaceId" is an identifier: pct() of it means nothing.',
      'stats stddev(protocol)':
        '      ^^^^^^^^^^^^^^^^ [warning] "protocol" is a protocol number: stddev() of it means nothing.',
      'stats sum(accountId) as total': '      ^^^^^^^^^^^^^^ "accountId" is an identifier: sum() of it means nothing.',
    },
  },
  {
    valid: ['stats sum(srcaddr)', 'stats avg(ip)'],
    invalid: {},
  },
);
