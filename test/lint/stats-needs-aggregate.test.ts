import { statsNeedsAggregate } from '../../src/lint/rules/stats-needs-aggregate.ts';
import { testRule } from '../support/test-rule.ts';

testRule(statsNeedsAggregate, {
  valid: [
    'stats count(*) by level, host',
    'stats sum(a) as x, sum(b) as y, x - y as z',
    'stats avg(a) / 60 as m by b',
    'stats 1 as one by host',
    'stats frobnicate(a)',
    'stats max(a) - min(b) as spread',
    'stats concat(host, count(*)) as label by host',
    'stats host by host',
    'stats count(*) by a as b',
  ],
  invalid: {
    'stats level, count(*) by host': '      ^^^^^ "level" is no result of a group.',
    'stats duration by bin(5m)': '      ^^^^^^^^ "duration" is no result of a group.',
    'stats strlen(@message) as n': '      ^^^^^^^^^^^^^^^^^^^^^ "strlen(@message)" is no result of a group.',
    'stats a + b as c by d': '      ^^^^^^^^^^ "a + b" is no result of a group.',
  },
});
