import { noTextSearchInNumber } from '../../src/lint/rules/no-text-search-in-number.ts';
import { testRule } from '../support/test-rule.ts';

testRule(
  noTextSearchInNumber,
  {
    format: 'vpc-default',
    valid: [
      'filter dstPort = 22',
      'filter srcAddr like "10"',
      'filter dstPort like /^22$/',
      'filter accountId like "123"',
      'filter dstPort like "-"',
      'filter dstPort like {{p}}',
    ],
    invalid: {
      'filter dstPort like /22/':
        '       ^^^^^^^^^^^^^^^^^ "dstPort" is a number: as text "22" is also found inside other numbers.',
      'filter dstPort like "443"':
        '       ^^^^^^^^^^^^^^^^^^ "dstPort" is a number: as text "443" is also found inside other numbers.',
      'filter protocol not like "6"':
        '       ^^^^^^^^^^^^^^^^^^^^^ "protocol" is a number: as text "6" is also found inside other numbers.',
    },
  },
  {
    valid: ['filter status like /404/'],
    invalid: {},
  },
);
