import { defineCommand } from '../command-definition.ts';
import { parseAlias, parseField } from '../names.ts';
import { printAlias, printField } from '../print-names.ts';

/** accum = "accum" field [ "as" alias ] */
export const accum = defineCommand({
  kind: 'AccumCommand',
  keyword: 'accum',
  summary: 'Adds the running total of a field, in the order of the rows.',
  syntax: 'accum field [as name]',
  since: '2026',
  examples: ['accum bytes as totalBytes'],
  parse: (reader) => {
    const field = parseField(reader, 'a field after "accum"');
    return { kind: 'AccumCommand', field, ...(reader.acceptWord('as') && { alias: parseAlias(reader) }) };
  },
  print: ({ field, alias }) => `accum ${printField(field)}${alias ? ` as ${printAlias(alias)}` : ''}`,
});
