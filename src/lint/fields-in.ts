import type { Field, Node } from '../language/ast.ts';
import { visit } from '../language/visitor.ts';

/** The fields that a node mentions. */
export function fieldsIn(node: Node): Field[] {
  const fields: Field[] = [];
  visit(node, { Field: (field) => void fields.push(field) });
  return fields;
}
