import type { Expression } from './ast.ts';
import { parseExpression } from './expression.ts';
import type { Reader } from './reader.ts';

/** condition = expression, whose comments stay with the conditions they explain */
export function parseCondition(reader: Reader): Expression {
  return reader.keepingComments(true, () => parseExpression(reader));
}
