import type { Field, Name, Placeholder } from '../language/ast.ts';

/** The name that a node gives or reads; a parameter stands for itself. */
export function nameOf(node: Name | Placeholder | Field): string {
  switch (node.kind) {
    case 'Name':
      return node.text;
    case 'Field':
      return node.name;
    case 'Placeholder':
      return `{{${node.name}}}`;
  }
}
