import type { Node } from './ast.ts';

/** What to do with the nodes of each kind; `false` leaves a node's children out. */
export type Visitors = {
  readonly [Kind in Node['kind']]?: (node: Extract<Node, { kind: Kind }>, ancestors: readonly Node[]) => false | void;
};

/** Walks a tree in the order of its text, parents first; ancestors are given from the root down. */
export function visit(root: Node, visitors: Visitors): void {
  const ancestors: Node[] = [];
  const walk = (node: Node): void => {
    const visitor = visitors[node.kind] as ((node: Node, ancestors: readonly Node[]) => false | void) | undefined;
    if (visitor?.(node, ancestors) === false) return;
    ancestors.push(node);
    for (const child of childrenOf(node)) walk(child);
    ancestors.pop();
  };
  walk(root);
}

/** The nodes directly below a node, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node) as readonly unknown[]) {
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) children.push(item);
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
