import { defineCommand } from '../command-definition.ts';
import { parseField } from '../names.ts';
import { printField } from '../print-names.ts';

/** expand = "expand" field */
export const expand = defineCommand({
  kind: 'ExpandCommand',
  keyword: 'expand',
  summary: 'Makes a row of each element of a JSON array that a field holds as text.',
  syntax: 'expand field',
  since: '2026',
  examples: ['expand items'],
  parse: (reader) => ({ kind: 'ExpandCommand', field: parseField(reader, 'a field after "expand"') }),
  print: ({ field }) => `expand ${printField(field)}`,
});
