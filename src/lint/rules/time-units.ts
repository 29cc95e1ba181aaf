import type { Binary, Expression } from '../../language/ast.ts';
import { isOrder } from '../place.ts';
import type { Rule } from '../rule.ts';

export const timeUnits: Rule = {
  code: 'time-units',
  severity: 'warning',
  summary: 'now() counts seconds; @timestamp and toMillis() count milliseconds.',
  explanation: 'A comparison of the two is off by a factor of 1000, so that everything or nothing matches.',
  examples: [
    {
      wrong: 'filter toMillis(@timestamp) >= now() - 3600 | limit 20',
      right: 'filter toMillis(@timestamp) >= (now() - 3600) * 1000 | limit 20',
    },
  ],
  create: (context) => ({
    Binary(node) {
      if (!isOrder(node.operator)) return;
      const seconds = [node.left, node.right].find(isBareNow);
      if (!seconds || ![node.left, node.right].some(isMilliseconds)) return;
      context.report(seconds, `"${context.textOf(seconds)}" counts seconds and is compared with milliseconds.`, {
        help: 'Multiply it by 1000.',
      });
    },
  }),
};

/** `now()`, alone or with something added: no factor makes milliseconds of it. */
function isBareNow(expression: Expression): boolean {
  if (expression.kind === 'Call') return expression.name.text.toLowerCase() === 'now';
  return isSum(expression) && (isBareNow(expression.left) || isBareNow(expression.right));
}

function isMilliseconds(expression: Expression): boolean {
  if (expression.kind === 'Field') return expression.name === '@timestamp' || expression.name === '@ingestionTime';
  if (expression.kind === 'Call') return /^(?:tomillis|querystarttime|queryendtime)$/i.test(expression.name.text);
  return isSum(expression) && [expression.left, expression.right].some(isMilliseconds);
}

function isSum(expression: Expression): expression is Binary {
  return expression.kind === 'Binary' && (expression.operator === '+' || expression.operator === '-');
}
