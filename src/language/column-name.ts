import type { Item } from './command-nodes.ts';
import { printExpression } from './print.ts';

/** The name of the column that an item makes: its alias, its field's name, or the text of its expression. */
export function columnNameOf({ expression, alias, text }: Item): string {
  if (alias) return alias.kind === 'Name' ? alias.text : `{{${alias.name}}}`;
  return expression.kind === 'Field' ? expression.name : (text ?? printExpression(expression));
}
