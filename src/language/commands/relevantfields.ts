import { defineCommand } from '../command-definition.ts';
import { parseCondition } from '../condition.ts';
import { printFields } from '../items.ts';
import { align, group, line } from '../layout.ts';
import { parseFields } from '../names.ts';

/** relevantfields = "relevantfields" [ fields ] "where" condition */
export const relevantfields = defineCommand({
  kind: 'RelevantfieldsCommand',
  keyword: 'relevantfields',
  summary: 'Ranks the fields by how much they have to do with a condition.',
  syntax: 'relevantfields [field, …] where condition',
  since: '2026',
  examples: ['relevantfields where duration > 5000', 'relevantfields path, service where time > 400'],
  parse: (reader) => {
    const fields = reader.atWord('where') ? [] : parseFields(reader, 'a field or "where"');
    reader.expectWord('where', '"where" and a condition');
    return { kind: 'RelevantfieldsCommand', fields, condition: parseCondition(reader) };
  },
  print: ({ fields, condition }, printer) =>
    group([
      fields.length > 0 ? printFields('relevantfields', fields) : 'relevantfields',
      [line, 'where ', align(printer.expression(condition))],
    ]),
});
