import { findField } from '../../analysis/scope.ts';
import type { Binary, Expression, Field, In, Node } from '../../language/ast.ts';
import { quoteString } from '../../language/quote.ts';
import { definitionOf } from '../definitions.ts';
import { isComparison } from '../place.ts';
import type { Rule } from '../rule.ts';

export const quotedValue: Rule = {
  code: 'quoted-value',
  severity: 'warning',
  summary: 'A text value must stand in quotes.',
  explanation:
    'A word without quotes is a field. "filter level = ERROR" compares two fields, and since no event has a field "ERROR" ' +
    'nothing matches.',
  examples: [
    { wrong: 'filter level = ERROR | limit 20', right: 'filter level = "ERROR" | limit 20' },
    { wrong: 'filter action = REJECT | limit 20', right: 'filter action = "REJECT" | limit 20', format: 'vpc-default' },
  ],
  create: (context) => {
    function check(field: Expression, value: Expression, ancestors: readonly Node[]): void {
      if (field.kind !== 'Field' || value.kind !== 'Field') return;
      const scope = context.scopeOf(ancestors);
      if (findField(scope, value.name)) return;
      const definition = definitionOf(field, scope);
      const isKnownValue = definition?.values !== undefined && value.name in definition.values;
      if (!isKnownValue && !looksLikeValue(value)) return;
      const text = quoteString(value.name);
      context.report(value, `"${value.name}" without quotes is a field.`, {
        severity: isKnownValue ? 'error' : 'warning',
        help: `Write ${text} if a value is meant.`,
        ...(isKnownValue && { fix: { description: `Write ${text}`, edits: [{ span: value.span, text }] } }),
      });
    }
    return {
      Binary(node: Binary, ancestors) {
        if (isComparison(node.operator)) check(node.left, node.right, [...ancestors, node]);
      },
      In(node: In, ancestors) {
        if (node.set.kind === 'List') for (const item of node.set.items) check(node.value, item, [...ancestors, node]);
      },
    };
  },
};

/** All capitals, as levels, states and methods are written; field names hardly ever are. */
function looksLikeValue({ name, segments }: Field): boolean {
  return segments.length === 1 && !segments[0]!.quoted && /^[A-Z][A-Z_]{2,}$/.test(name);
}
