import { noNestedAggregate } from '../../src/lint/rules/no-nested-aggregate.ts';
import { testRule } from '../support/test-rule.ts';

testRule(noNestedAggregate, {
  valid: [
    'stats sum(a) as s by b | stats avg(s)',
    'stats sum(if(a, 1, 0))',
    'stats avg(strlen(@message))',
    'stats max(a) - min(a)',
  ],
  invalid: {
    'stats avg(sum(bytes)) by srcAddr': '          ^^^^^^^^^^ "sum" may not stand inside "avg".',
    'stats max(ceil(count(*)))': '               ^^^^^^^^ "count" may not stand inside "max".',
    'stats pct(avg(a), 95) by b': '          ^^^^^^ "avg" may not stand inside "pct".',
  },
});
