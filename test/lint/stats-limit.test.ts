import { statsLimit } from '../../src/lint/rules/stats-limit.ts';
import { testRule } from '../support/test-rule.ts';

testRule(statsLimit, {
  valid: [
    'stats count(*) as hits by bin(1m) as time | stats max(hits) by datefloor(time, 10m)',
    'stats count(*) by bin(5m), bin(1h)',
    'stats latest(@timestamp) as @timestamp, count(*) as n by a | stats sum(n) by bin(5m)',
    'stats sum(a) as s by b | stats max(s) as m by c',
    'stats count(*) as n by bin(1m) as time | stats max(n) by bin(time, 1h)',
  ],
  invalid: {
    'stats count(*) as hits by bin(1m), srcAddr | stats max(hits) by bin(10m)':
      '                                                                ^^^^^^^^ "bin(10m)" needs @timestamp, which an earlier "stats" has dropped.',
    'stats count(*) as hits by bin(1m) as time | stats max(hits) by bin(10m)':
      '                                                               ^^^^^^^^ "bin(10m)" needs @timestamp, which an earlier "stats" has dropped.',
    'stats sum(a) as s by bin(1h) as t, b | stats max(s) by b, bin(1d)':
      '                                                          ^^^^^^^ "bin(1d)" needs @timestamp, which an earlier "stats" has dropped.',
    'stats count(*) as a | stats max(a) as b | stats max(b) as c | stats max(c) as d | stats max(d) as e | stats max(e) as f | stats max(f) as g | stats max(g) as h | stats max(h) as i | stats max(i) as j | stats max(j) as k':
      '                                                                                    ^^^^^ A query may have at most 10 "stats".',
  },
});
