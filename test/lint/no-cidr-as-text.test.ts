import { noCidrAsText } from '../../src/lint/rules/no-cidr-as-text.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  noCidrAsText,
  {
    format: 'vpc-default',
    valid: [
      'filter isIpInSubnet(srcAddr, "10.0.0.0/8")',
      'filter srcAddr = "10.0.0.1"',
      'filter action = "10.0.0.0/8"',
      'filter srcAddr like /^10\\./',
      'filter srcAddr > dstAddr',
      'filter srcAddr in ["10.0.0.1", "10.0.0.2"]',
    ],
    invalid: {
      'filter srcAddr = "10.0.0.0/8"':
        '                 ^^^^^^^^^^^^ "srcAddr" holds an address, which never equals the network "10.0.0.0/8".',
      'filter srcAddr not like "10.0.0.0/8"':
        '                        ^^^^^^^^^^^^ "srcAddr" holds an address, which never contains the network "10.0.0.0/8".',
      'filter dstAddr >= "10.0.0.0" and dstAddr <= "10.0.255.255"': [
        '       ^^^^^^^^^^^^^^^^^^^^^ Addresses have no order as text: this finds other ones than it means.',
        '                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ Addresses have no order as text: this finds other ones than it means.',
      ].join('\n'),
      'filter srcAddr in ["10.0.0.0/8", "192.168.0.0/16"]': [
        '                   ^^^^^^^^^^^^ "srcAddr" holds an address, which never equals the network "10.0.0.0/8".',
        '                                 ^^^^^^^^^^^^^^^^ "srcAddr" holds an address, which never equals the network "192.168.0.0/16".',
      ].join('\n'),
      'filter srcAddr != "2001:db8::/32"':
        '                  ^^^^^^^^^^^^^^^ "srcAddr" holds an address, which never equals the network "2001:db8::/32".',
    },
    fixed: {
      'filter srcAddr = "10.0.0.0/8"': 'filter isIpInSubnet(srcAddr, "10.0.0.0/8")',
      'filter srcAddr not like "10.0.0.0/8"': 'filter not isIpInSubnet(srcAddr, "10.0.0.0/8")',
      'filter srcAddr in ["10.0.0.0/8"] and action = "REJECT"':
        'filter isIpInSubnet(srcAddr, "10.0.0.0/8") and action = "REJECT"',
    },
  },
  {
    valid: [
      'filter requestParameters.cidrIp = "0.0.0.0/0"',
      'filter macAddress = "10.0.0.0/8"',
      'filter strlen(ip) > "10.0.0.1"',
    ],
    invalid: {
      'filter sourceIPAddress = "10.0.0.0/8"':
        '                         ^^^^^^^^^^^^ [warning] "sourceIPAddress" holds an address, which never equals the network "10.0.0.0/8".',
      'filter client_ip like "10.0.0.0/8"':
        '                      ^^^^^^^^^^^^ [warning] "client_ip" holds an address, which never contains the network "10.0.0.0/8".',
    },
  },
);
