import { describe, expect, it } from 'vitest';
import { readFormat } from '../../src/formats/read.ts';
import { checkQuery } from '../../src/lint/check.ts';
import { noNodataCounted } from '../../src/lint/rules/no-nodata-counted.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  noNodataCounted,
  {
    format: 'vpc-default',
    valid: [
      'filter logStatus = "OK" | stats count(*) as flows by srcAddr',
      'filter action = "REJECT" | stats count(*) by srcAddr',
      'stats sum(bytes) as total by srcAddr',
      'stats count(*) by logStatus',
      'stats count(srcAddr) by interfaceId',
      'filter logStatus = "NODATA" | stats count(*) by bin(1h)',
      'stats sum(bytes) as b by srcAddr | stats count(*) as n',
      'filter dstPort = 22 | stats count() by dstAddr',
      'stats count(*) by interfaceId, bin(5m), logStatus',
      'parse @message "* *" as a, b | filter bytes > 0 | stats count(*) by srcAddr',
      'stats count(*) by accountId, interfaceId',
      "filter srcAddr in (SOURCE 'app' | stats count(*) as n by ip | fields ip)",
    ],
    invalid: {
      'stats count(*) as flows by srcAddr': '^^^^^ Records with no traffic (NODATA, SKIPDATA) are counted too.',
      'filter interfaceId = "eni-0a1b" | stats count() by bin(5m)':
        '                                  ^^^^^ Records with no traffic (NODATA, SKIPDATA) are counted too.',
      'stats sum(bytes), count(*) / 60 as rate by dstPort':
        '^^^^^ Records with no traffic (NODATA, SKIPDATA) are counted too.',
      'filter @message like "x" | stats count(*)':
        '                           ^^^^^ Records with no traffic (NODATA, SKIPDATA) are counted too.',
      'stats -count(*) as n by srcAddr': '^^^^^ Records with no traffic (NODATA, SKIPDATA) are counted too.',
      'stats count(*) by @logStream': '^^^^^ Records with no traffic (NODATA, SKIPDATA) are counted too.',
      'parse @message "* *" as a, b | stats count(*)':
        '                               ^^^^^ Records with no traffic (NODATA, SKIPDATA) are counted too.',
    },
  },
  {
    valid: ['stats count(*) by srcAddr'],
    invalid: {},
  },
);

describe('the advice', () => {
  it.each([
    ['${srcaddr} ${log-status}', 'parse @message "* *" as srcaddr, log_status', 'log_status = "OK"'],
    ['${srcaddr} ${action}', 'parse @message "* *" as srcaddr, action', 'action in ["ACCEPT", "REJECT"]'],
    ['${srcaddr} ${dstaddr}', 'parse @message "* *" as srcaddr, dstaddr', 'an address is not "-"'],
  ])('for %s uses the names of the query', async (formatText, clause, condition) => {
    const { format } = readFormat(formatText);
    const source = { name: '<query>', text: `${clause} | stats count(*) by srcaddr` };
    const { diagnostics } = await checkQuery(source, { format: format!, rules: [noNodataCounted] });
    expect(diagnostics.map(({ help }) => help)).toEqual([`Filter before it: ${condition}.`]);
  });
});
