import { findFunction } from '../../functions/table.ts';
import type { Call, Node } from '../../language/ast.ts';
import type { Rule } from '../rule.ts';

export const noNestedAggregate: Rule = {
  code: 'no-nested-aggregate',
  severity: 'error',
  summary: 'A function over events must not hold another one.',
  explanation: 'avg(sum(bytes)) needs two steps: one "stats" makes the sums, a second one their average.',
  examples: [
    {
      wrong: 'stats avg(sum(bytes)) by srcAddr',
      right: 'stats sum(bytes) as total by srcAddr, dstAddr | stats avg(total) by srcAddr',
    },
  ],
  create: (context) => ({
    Call(call, ancestors) {
      if (!isAggregate(call)) return;
      const outer = ancestors.findLast((node): node is Call => isAggregate(node));
      if (!outer) return;
      context.report(call, `"${call.name.text}" may not stand inside "${outer.name.text}".`, {
        help: 'Compute it with an alias in one "stats", and the outer one in a second "stats".',
      });
    },
  }),
};

function isAggregate(node: Node): boolean {
  return node.kind === 'Call' && findFunction(node.name.text)?.kind === 'aggregate';
}
