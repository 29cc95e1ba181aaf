import { addressPrefix } from '../../src/lint/rules/address-prefix.ts';
import { testRule } from '../support/test-rule.ts';

testRule(addressPrefix, {
  valid: [
    'filter srcaddr like /^10\\./',
    'filter srcAddr = "10.0.0.1"',
    'filter @message like "10.0.0.1"',
    'filter version like "1.2"',
    'filter srcAddr like "10.0.0.0/8"',
    'filter srcAddr like "2001:db8"',
    'filter tolower(ip) like "10."',
  ],
  invalid: {
    'filter srcaddr not like "10."':
      '                        ^^^^^ "10." is found anywhere in an address, not only where it begins.',
    'filter srcAddr like "10.0.0.1"':
      '                    ^^^^^^^^^^ "10.0.0.1" is found anywhere in an address, not only where it begins.',
    'filter sourceIPAddress like "192.168"':
      '                            ^^^^^^^^^ "192.168" is found anywhere in an address, not only where it begins.',
    'filter dstaddr not like "10.0.0.1"':
      '                        ^^^^^^^^^^ "10.0.0.1" is found anywhere in an address, not only where it begins.',
    'filter pkt_srcaddr not like "162.142.125."':
      '                            ^^^^^^^^^^^^^^ "162.142.125." is found anywhere in an address, not only where it begins.',
  },
});
