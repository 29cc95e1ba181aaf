import type { Binary, Expression } from '../../language/ast.ts';
import type { Rule } from '../rule.ts';

export const memoryUnits: Rule = {
  code: 'memory-units',
  severity: 'info',
  summary: 'Lambda memory sizes are given in units of 1000.',
  explanation:
    '@memorySize of a function with 128 MB is 128000000. Divided by 1024 twice it shows as 122.07; divided by 1000 twice as 128.',
  examples: [
    {
      wrong: 'stats max(@memorySize / 1024 / 1024) as provisioned by @log',
      right: 'stats max(@memorySize / 1000 / 1000) as provisioned by @log',
    },
  ],
  create: (context) => ({
    Binary(node, ancestors) {
      const parent = ancestors.at(-1);
      // The whole chain of divisions is reported once.
      if (!isDivision(node) || (parent?.kind === 'Binary' && isDivision(parent))) return;
      const name = memoryField(node);
      if (name === undefined) return;
      context.report(node, `"${name}" counts in units of 1000, not of 1024.`, { help: 'Divide by 1000 instead.' });
    },
  }),
};

function isDivision({ operator, right }: Binary): boolean {
  return operator === '/' && right.kind === 'NumberLiteral' && (right.value === 1024 || right.value === 1024 ** 2);
}

function memoryField(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'Field':
      return expression.name === '@memorySize' || expression.name === '@maxMemoryUsed' ? expression.name : undefined;
    case 'Binary':
      return memoryField(expression.left);
    case 'Call':
      return expression.args[0] && memoryField(expression.args[0]);
    default:
      return undefined;
  }
}
