import { defineCommand } from '../command-definition.ts';
import { printFields } from '../items.ts';
import { parseFields } from '../names.ts';

/** countFrequent = ( "countFrequent" | "count_frequent" ) fields */
export const countFrequent = defineCommand({
  kind: 'CountFrequentCommand',
  keyword: 'countFrequent',
  aliases: ['count_frequent'],
  summary: 'Counts the most frequent combinations of values, approximately.',
  syntax: 'countFrequent field, …',
  since: '2026',
  notes: ['The count is the column _approxcount; the most frequent comes first.'],
  examples: ['countFrequent method, status'],
  parse: (reader) => ({ kind: 'CountFrequentCommand', fields: parseFields(reader, 'a field to count') }),
  print: ({ fields }) => printFields('countFrequent', fields),
});
