import { noSortBeforeStats } from '../../src/lint/rules/no-sort-before-stats.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noSortBeforeStats, {
  valid: [
    'stats count(*) as hits by a | sort hits desc | limit 5',
    'stats count(*) as n by a, b | stats max(n) as m by a | sort m desc',
    'sort @timestamp desc | limit 100 | stats count(*) by host',
    'limit 100 | stats count(*)',
    'sort @timestamp desc | fields a',
  ],
  invalid: {
    'stats count(*) as hits by a, b | sort hits desc | stats max(hits) by b':
      '                                 ^^^^ "sort" may not come before the last "stats".',
    'fields a | sort a desc | stats count(*) by a':
      '           ^^^^ [warning] The order is lost in the "stats" that follows.',
    'limit 100 | stats count(*) as n by a | stats max(n)': '^^^^^ "limit" may not come before the last "stats".',
    'stats count(*) as n by a, b | head 5 | stats max(n) by a':
      '                              ^^^^ "head" may not come before the last "stats".',
  },
});
