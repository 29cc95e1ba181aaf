import type { Binary, Field, In, Like, Node, StringLiteral } from '../../language/ast.ts';
import { quoteString } from '../../language/quote.ts';
import { isAddress, isCidr } from '../addresses.ts';
import { definitionOf, holdsAddresses } from '../definitions.ts';
import { comparedValues, isOrder, isString } from '../place.ts';
import type { ReportDetails, Rule } from '../rule.ts';

export const noCidrAsText: Rule = {
  code: 'no-cidr-as-text',
  severity: 'error',
  summary: 'An address must be tested against a network with isIpInSubnet(), not as text.',
  explanation:
    'An address field holds one address, so it never equals "10.0.0.0/8" and never contains it. ' +
    'Text order is not the order of addresses either: as text "9.0.0.1" is larger than "10.0.0.1".',
  examples: [
    {
      wrong: 'filter srcAddr = "10.0.0.0/8" | limit 20',
      right: 'filter isIpInSubnet(srcAddr, "10.0.0.0/8") | limit 20',
      format: 'vpc-default',
    },
    {
      wrong: 'filter dstAddr >= "10.0.0.0" and dstAddr <= "10.0.255.255" | limit 20',
      right: 'filter isIpInSubnet(dstAddr, "10.0.0.0/16") | limit 20',
      format: 'vpc-default',
    },
  ],
  create: (context) => {
    function check(node: Binary | In | Like, ancestors: readonly Node[]): void {
      const scope = context.scopeOf([...ancestors, node]);
      for (const { field, value, operator, negated } of comparedValues(node)) {
        if (!isString(value) || !holdsAddresses(field, scope)) continue;
        const severity = definitionOf(field, scope) ? 'error' : 'warning';
        if (isOrder(operator) && isAddress(value.value)) {
          context.report(node, 'Addresses have no order as text: this finds other ones than it means.', {
            severity,
            help: `Write isIpInSubnet(${context.textOf(field)}, "…") with the network in CIDR notation.`,
          });
        } else if (isCidr(value.value)) {
          const verb = operator === 'like' ? 'contains' : 'equals';
          context.report(value, `"${field.name}" holds an address, which never ${verb} the network "${value.value}".`, {
            severity,
            ...mended(node, field, value, negated),
          });
        }
      }
    }

    function mended(node: Binary | In | Like, field: Field, value: StringLiteral, negated: boolean): ReportDetails {
      const call = `isIpInSubnet(${context.textOf(field)}, ${quoteString(value.value)})`;
      const text = negated ? `not ${call}` : call;
      const help = `Write ${text}.`;
      if (node.kind === 'In' && node.set.kind === 'List' && node.set.items.length > 1) return { help };
      return { help, fix: { description: 'Test the network with isIpInSubnet()', edits: [{ span: node.span, text }] } };
    }
    return { Binary: check, In: check, Like: check };
  },
};
