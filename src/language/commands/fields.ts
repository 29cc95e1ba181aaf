import { defineCommand } from '../command-definition.ts';
import { parseItems, printItems } from '../items.ts';

/** fields = "fields" items */
export const fields = defineCommand({
  kind: 'FieldsCommand',
  keyword: 'fields',
  summary: 'Adds columns to the answer: fields, and expressions that a name may be given to.',
  syntax: 'fields expression [as name], …',
  since: 'classic',
  examples: ['fields @timestamp, bytes / 1024 as kilobytes'],
  parse: (reader) => ({ kind: 'FieldsCommand', items: parseItems(reader) }),
  print: ({ items }, printer) => printItems('fields', items, printer),
});
