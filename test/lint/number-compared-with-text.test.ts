import { numberComparedWithText } from '../../src/lint/rules/number-compared-with-text.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  numberComparedWithText,
  {
    format: 'vpc-default',
    valid: [
      'filter protocol = "6"',
      'filter dstPort in [22, "3389"]',
      'filter bytes != "-"',
      'filter srcAddr = "ten"',
      'filter protocol = {{protocol}}',
      'filter accountId = "abc"',
      'filter dstPort = "{{port}}"',
      'filter dstPort = srcPort',
      'filter strlen(dstPort) = "x"',
    ],
    invalid: {
      'filter protocol = "TCP"': '                  ^^^^^ "protocol" is a number and never "TCP".',
      'filter dstPort in [22, "ssh"]': '                       ^^^^^ "dstPort" is a number and never "ssh".',
      'filter bytes > "many"': '               ^^^^^^ "bytes" is a number and never "many".',
      'filter "icmp" = protocol': '       ^^^^^^ "protocol" is a number and never "icmp".',
      'filter packets = ""': '                 ^^ "packets" is a number and never "".',
      'filter protocol = "icmpv6"': '                  ^^^^^^^^ "protocol" is a number and never "icmpv6".',
      'stats latest(protocol) as protocol by srcAddr | filter protocol = "udp"':
        '                                                                  ^^^^^ "protocol" is a number and never "udp".',
    },
    fixed: {
      'filter protocol = "TCP"': 'filter protocol = 6',
      'filter protocol in ["tcp", "udp", "icmp"]': 'filter protocol in [6, 17, 1]',
    },
  },
  {
    valid: ['filter protocol = "TCP"', 'parse @message "* *" as port, user | filter port = "ssh"'],
    invalid: {},
  },
);
