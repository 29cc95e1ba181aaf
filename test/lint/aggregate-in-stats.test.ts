import { aggregateInStats } from '../../src/lint/rules/aggregate-in-stats.ts';
import { testRule } from '../support/test-rule.ts';

testRule(aggregateInStats, {
  valid: [
    'stats count(*) as hits by host | filter hits > 10',
    'stats sum(a) / count(*) as b',
    'filter count > 3',
    'fields unmask(@message)',
    'stats count(*) by a | sort `count(*)` desc',
    'fields greatest(a, b) as c',
    'stats count(*) as n by histogram(latency, 10)',
  ],
  invalid: {
    'stats count(*) as hits by host | filter count(*) > 10':
      '                                        ^^^^^^^^ "count" works on groups of events, so it may only stand in "stats".',
    'filter max(@duration) > 1000':
      '       ^^^^^^^^^^^^^^ "max" works on groups of events, so it may only stand in "stats".',
    'fields sum(bytes) as total': '       ^^^^^^^^^^ "sum" works on groups of events, so it may only stand in "stats".',
    'stats count(*) by host | sort count(*) desc':
      '                              ^^^^^^^^ [info] Whether "count(*)" without backticks finds the column of this name is not documented.',
    'stats count( * ) by host | filter count( * ) > 5':
      '                                  ^^^^^^^^^^ [warning] "count( * )" cannot be computed here; the column of this name needs backticks.',
    'sort sum(x) desc': '     ^^^^^^ "sum" works on groups of events, so it may only stand in "stats".',
  },
});
