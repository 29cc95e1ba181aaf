import type { Scope } from '../../analysis/analysis.ts';
import { findField } from '../../analysis/scope.ts';
import { isArithmetic } from '../../analysis/type-of.ts';
import { tgwFields } from '../../formats/fields/tgw.ts';
import { vpcFields } from '../../formats/fields/vpc.ts';
import { snakeName } from '../../formats/names.ts';
import type { Binary, Expression, Field, Node } from '../../language/ast.ts';
import { quoteName } from '../../language/quote.ts';
import { isHyphenated } from '../field-use.ts';
import type { Rule, RuleContext } from '../rule.ts';

export const hyphenatedName: Rule = {
  code: 'hyphenated-name',
  severity: 'warning',
  summary: 'A field name with a hyphen must stand in backticks.',
  explanation:
    'Without backticks "account-id" is the field "account" minus the field "id": the result is empty and no error is shown. ' +
    'Names of a parsed flow log have underscores, so "account_id" may be what is meant.',
  examples: [
    { wrong: 'fields pkt-srcaddr, action | limit 20', right: 'fields `pkt-srcaddr`, action | limit 20' },
    { wrong: 'filter flow-direction = "ingress" | limit 20', right: 'filter `flow-direction` = "ingress" | limit 20' },
  ],
  create: (context) => ({
    Binary(node, ancestors) {
      if (!isHyphenated(node, context) || isPartOfOne(ancestors, context)) return;
      const name = context.textOf(node);
      const scope = context.scopeOf(ancestors);
      // Where both sides are fields of the query, a difference is what is meant.
      if (name.split('-').every((part) => findField(scope, part))) return;
      const isField = scope.fields.has(name) || context.format?.fields.some((field) => field.name === name) === true;
      const snake = snakeName({ name });
      const isCertain = isField || scope.fields.has(snake);
      if (!isCertain && mayBeDifference(node, ancestors, scope)) return;
      const text = scope.fields.has(snake) ? snake : quoteName(name);
      context.report(node, `"${name}" is a subtraction; a name with a hyphen needs backticks.`, {
        severity: isCertain || !scope.isOpen ? 'error' : 'warning',
        help: `Write ${text}, or put blanks around the "-" to subtract.`,
        ...(isCertain && { fix: { description: `Write ${text}`, edits: [{ span: node.span, text }] } }),
      });
    },
  }),
};

/** The outermost of `a-b-c` stands for all of it. */
function isPartOfOne(ancestors: readonly Node[], context: RuleContext): boolean {
  const parent = ancestors.at(-1);
  return parent?.kind === 'Binary' && isHyphenated(parent, context);
}

/** A result with an alias, as in `end-start as duration`, unless flow logs know the name. */
function mayBeDifference(node: Binary, ancestors: readonly Node[], scope: Scope): boolean {
  const name = operandsOf(node)
    .map((part) => (part as Field).name)
    .join('-');
  if (flowLogNames.has(name) || !scope.isOpen) return false;
  const parent = ancestors.at(-1);
  return parent?.kind === 'Item'
    ? parent.alias !== undefined
    : parent?.kind === 'Call' || (parent?.kind === 'Binary' && isArithmetic(parent.operator));
}

const flowLogNames: ReadonlySet<string> = new Set([...vpcFields, ...tgwFields].map(({ name }) => name));

function operandsOf(node: Binary): Expression[] {
  const left = node.left.kind === 'Binary' && node.left.operator === '-' ? operandsOf(node.left) : [node.left];
  return [...left, node.right];
}
