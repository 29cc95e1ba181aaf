/** Where something stands and how it was written: everything else of a tree is its meaning. */
const appearance: ReadonlySet<string> = new Set([
  'span',
  'operatorSpan',
  'parenthesized',
  'text',
  'raw',
  'spelling',
  'comments',
  'trailingComments',
]);

/** A tree without places and spellings, to compare two of them. The text of names, unknown stages and JSON stays. */
export function meaningOf(node: object): object {
  const keepsText =
    'kind' in node && (node.kind === 'Name' || node.kind === 'UnknownCommand' || node.kind === 'JsonText');
  const entries = Object.entries(node).filter(
    ([key]) => !appearance.has(key) || (key === 'text' && (keepsText || !('kind' in node))),
  );
  return Object.fromEntries(entries.map(([key, value]: [string, unknown]) => [key, meaningOfValue(value)]));
}

function meaningOfValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaningOfValue);
  return typeof value === 'object' && value !== null ? meaningOf(value) : value;
}
