import type { Expression, Field } from '../language/ast.ts';

/** The same expression with each field replaced. What stands in a subquery belongs to other log groups and stays. */
export function replaceFields(expression: Expression, replacement: (field: Field) => Expression): Expression {
  return replaced(expression, replacement) as Expression;
}

function replaced(part: unknown, replacement: (field: Field) => Expression): unknown {
  if (Array.isArray(part)) return part.map((item) => replaced(item, replacement));
  if (typeof part !== 'object' || part === null) return part;
  if ('kind' in part && part.kind === 'Subquery') return part;
  if ('kind' in part && part.kind === 'Field') return replacement(part as Field);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, replaced(value, replacement)]));
}
