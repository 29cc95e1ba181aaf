import { defineCommand } from '../command-definition.ts';
import { parseItems, printItems } from '../items.ts';

/** display = "display" items */
export const display = defineCommand({
  kind: 'DisplayCommand',
  keyword: 'display',
  summary: 'Shows these columns and no others; the last display of a query counts.',
  syntax: 'display expression [as name], …',
  since: 'classic',
  examples: ['display srcAddr, dstAddr'],
  parse: (reader) => ({ kind: 'DisplayCommand', items: parseItems(reader) }),
  print: ({ items }, printer) => printItems('display', items, printer),
});
