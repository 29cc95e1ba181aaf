import { defineCommand } from '../command-definition.ts';
import { parseFields } from '../names.ts';
import { printFields } from '../items.ts';

/** dedup = "dedup" field { "," field } */
export const dedup = defineCommand({
  kind: 'DedupCommand',
  keyword: 'dedup',
  summary: 'Keeps the first row of each combination of values.',
  syntax: 'dedup field, …',
  since: 'classic',
  notes: ['Only limit may follow.', 'Rows that lack one of the fields are all kept.'],
  examples: ['dedup srcAddr, dstAddr'],
  parse: (reader) => ({ kind: 'DedupCommand', fields: parseFields(reader, 'a field after "dedup"') }),
  print: ({ fields }) => printFields('dedup', fields),
});
