import { definitionOf } from '../definitions.ts';
import type { Rule } from '../rule.ts';

const calculating: ReadonlySet<string> = new Set([
  'sum',
  'avg',
  'stddev',
  'variance',
  'pct',
  'rate',
  'sumovertime',
  'sum_over_time',
]);

const whatTheyAre: Readonly<Record<string, string>> = {
  address: 'an address',
  identifier: 'an identifier',
  port: 'a port number',
  protocol: 'a protocol number',
  'tcp-flags': 'a set of flags',
};

export const noSumOfAddress: Rule = {
  code: 'no-sum-of-address',
  severity: 'error',
  summary: 'Sums and averages need quantities, not addresses, identifiers or codes.',
  explanation:
    'The sum of addresses is missing on every row, and the average of ports or protocol numbers means nothing. ' +
    'Count how many there are with count_distinct(), or group by them.',
  examples: [
    {
      wrong: 'stats sum(srcAddr) by dstAddr',
      right: 'stats count_distinct(srcAddr) by dstAddr',
      format: 'vpc-default',
    },
    {
      wrong: 'stats avg(dstPort) by srcAddr',
      right: 'stats count_distinct(dstPort) by srcAddr',
      format: 'vpc-default',
    },
  ],
  create: (context) => ({
    Call(call, ancestors) {
      const [argument] = call.args;
      if (!argument || !calculating.has(call.name.text.toLowerCase())) return;
      const definition = definitionOf(argument, context.scopeOf(ancestors));
      const what = definition && whatTheyAre[definition.kind];
      if (!definition || what === undefined) return;
      const name = context.textOf(argument);
      context.report(call, `"${name}" is ${what}: ${call.name.text}() of it means nothing.`, {
        severity: definition.type === 'string' ? 'error' : 'warning',
        help: `Count different ones with count_distinct(${name}), or group by it.`,
      });
    },
  }),
};
