import { sourceLimits } from '../../src/lint/rules/source-limits.ts';
import { testRule } from '../support/test-rule.ts';

testRule(sourceLimits, {
  valid: [
    "SOURCE logGroups(namePrefix: ['/a', '/b', '/c', '/d', '/e'])",
    "SOURCE dataSource(['amazon_vpc.flow'])",
    'SOURCE logGroups()',
    "SOURCE logGroups(accountIdentifier: ['111122223333'], class: ['STANDARD'])",
  ],
  invalid: {
    "SOURCE logGroups(namePrefix: ['/a', '/b', '/c', '/d', '/e', '/f'])":
      '                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SOURCE takes at most 5 name prefixes, not 6.',
    "SOURCE dataSource(['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9', 'd10'])":
      '                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SOURCE takes at most 10 data sources, not 11.',
    "SOURCE logGroups(accountIdentifiers: ['111122223310', '111122223311', '111122223312', '111122223313', '111122223314', '111122223315', '111122223316', '111122223317', '111122223318', '111122223319', '111122223320', '111122223321', '111122223322', '111122223323', '111122223324', '111122223325', '111122223326', '111122223327', '111122223328', '111122223329', '111122223330'])":
      '                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ SOURCE takes at most 20 accounts, not 21.',
  },
});
