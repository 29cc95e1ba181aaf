import { defineCommand } from '../command-definition.ts';
import { printFields } from '../items.ts';
import { parseFields } from '../names.ts';

/** unmask = "unmask" fields */
export const unmask = defineCommand({
  kind: 'UnmaskCommand',
  keyword: 'unmask',
  summary: 'Shows values that a data protection policy hides.',
  syntax: 'unmask field, …',
  since: 'classic',
  notes: ['The manual shows only the function form: fields unmask(@message).'],
  examples: ['unmask @message'],
  parse: (reader) => ({ kind: 'UnmaskCommand', fields: parseFields(reader, 'a field after "unmask"') }),
  print: ({ fields }) => printFields('unmask', fields),
});
