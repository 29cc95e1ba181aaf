import { noFieldAfterStats } from '../../src/lint/rules/no-field-after-stats.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noFieldAfterStats, {
  valid: [
    'filter action = "REJECT" | stats count(*) as hits by srcAddr | filter hits > 10',
    'stats latest(status) as status by host | filter status = "down"',
    'stats count(*) by bin(5m) as time | stats max(`count(*)`) by datefloor(time, 1h)',
    'stats sum(Fault) by bin(5m) | display `sum(Fault)`',
    'stats count(*) as hits by kubernetes.pod_name | display kubernetes.pod_name, hits',
    'stats avg(a) by b | sort avg(a) desc',
    'stats count(*) as n by a | $Other() | filter b = 1',
  ],
  invalid: {
    'stats count(*) as hits by srcAddr | filter action = "REJECT"':
      '                                           ^^^^^^ Field "action" does not exist after "stats", which leaves "srcAddr" and "hits".',
    'stats sum(bytes) as total by srcAddr | display srcAddr, dstAddr, total':
      '                                                        ^^^^^^^ Field "dstAddr" does not exist after "stats", which leaves "srcAddr" and "total".',
    'stats count(*) by host | fields @timestamp, host':
      '                                ^^^^^^^^^^ Field "@timestamp" does not exist after "stats", which leaves "host" and "count(*)".',
    'pattern @message | fields @pattern | stats sum(@sampleCount) as n | filter @message like "x"':
      '                                                                           ^^^^^^^^ Field "@message" does not exist after "stats", which leaves "n".',
    'stats max(a) as a1 by b | stats avg(c) by b':
      '                                    ^ Field "c" does not exist after "stats", which leaves "b" and "a1".',
    'stats count(*) by host | parse @message "* *" as a, b':
      '                               ^^^^^^^^ Field "@message" does not exist after "stats", which leaves "host" and "count(*)".',
    'stats count(*) by a.b as host | filter a.b = 1':
      '                                       ^^^ [warning] After the "stats" field "a.b" is called "host".',
    'countFrequent host | filter path = "/"':
      '                            ^^^^ Field "path" does not exist after "countFrequent", which leaves "host" and "_approxcount".',
  },
});
