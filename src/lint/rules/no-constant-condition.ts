import type { Binary, Expression } from '../../language/ast.ts';
import type { Rule } from '../rule.ts';

export const noConstantCondition: Rule = {
  code: 'no-constant-condition',
  severity: 'warning',
  summary: 'A condition should not hold for every event, or for none.',
  explanation:
    '"a != 1 or a != 2" holds for every value, since no value equals both; "a = 1 and a = 2" for none. ' +
    'What is meant is usually the other word, or a list: a not in [1, 2].',
  examples: [
    {
      wrong: 'filter status != 200 or status != 304 | limit 20',
      right: 'filter status != 200 and status != 304 | limit 20',
    },
    {
      wrong: 'filter level = "ERROR" and level = "WARN" | limit 20',
      right: 'filter level in ["ERROR", "WARN"] | limit 20',
    },
  ],
  create: (context) => ({
    Binary(node, ancestors) {
      const { operator } = node;
      if (operator !== 'or' && operator !== 'and') return;
      // The outermost of a chain looks at all its parts.
      const parent = ancestors.at(-1);
      if (parent?.kind === 'Binary' && parent.operator === operator) return;
      const seen = new Map<string, string>();
      for (const part of chain(node, operator)) {
        const test = operator === 'or' ? exclusion(part) : equality(part);
        if (!test) continue;
        const before = seen.get(test.field);
        seen.set(test.field, test.value);
        if (before === undefined || before === test.value) continue;
        const message =
          operator === 'or'
            ? `This holds for every event: "${test.field}" always differs from one of the values.`
            : `This never holds: "${test.field}" cannot equal both values.`;
        const help =
          operator === 'or'
            ? 'Join the tests with "and", or write "not in […]".'
            : 'Join the tests with "or", or write "in […]".';
        context.report(node, message, { help });
        return;
      }
    },
  }),
};

function chain(node: Expression, operator: Binary['operator']): Expression[] {
  if (node.kind !== 'Binary' || node.operator !== operator) return [node];
  return [...chain(node.left, operator), ...chain(node.right, operator)];
}

interface Test {
  readonly field: string;
  readonly value: string;
}

function exclusion(part: Expression): Test | undefined {
  return part.kind === 'Binary' && part.operator === '!=' ? literalTest(part) : undefined;
}

function equality(part: Expression): Test | undefined {
  return part.kind === 'Binary' && part.operator === '=' ? literalTest(part) : undefined;
}

/** Numbers and text that looks like them are alike. */
function literalTest({ left, right }: Binary): Test | undefined {
  if (left.kind !== 'Field') return undefined;
  if (right.kind === 'StringLiteral' && !right.value.includes('{{')) return { field: left.name, value: right.value };
  if (right.kind === 'NumberLiteral') return { field: left.name, value: String(right.value) };
  return undefined;
}
