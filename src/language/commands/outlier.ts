import { defineCommand } from '../command-definition.ts';
import type { FieldName } from '../command-nodes.ts';
import { parseField } from '../names.ts';
import { parseOptions, printOptions } from '../options.ts';
import { printField } from '../print-names.ts';

/** outlier = "outlier" options field { field } */
export const outlier = defineCommand({
  kind: 'OutlierCommand',
  keyword: 'outlier',
  summary: 'Removes or clamps values that lie far from the others.',
  syntax: 'outlier [action=remove|transform] [param=number] [uselower=true|false] [mark=true|false] field …',
  since: '2026',
  notes: [
    'The fields are separated by blanks.',
    'Far is measured in interquartile ranges: 2.5 where param is left out.',
  ],
  examples: ['outlier action=remove param=3.0 cpu memory'],
  parse: (reader) => {
    const options = parseOptions(reader, ['action', 'param', 'uselower', 'mark']);
    const fields: FieldName[] = [];
    do fields.push(parseField(reader, 'a field for outlier'));
    while (reader.token.kind === 'word' || reader.token.kind === 'placeholder');
    return { kind: 'OutlierCommand', options, fields };
  },
  print: ({ options, fields }, printer) => [
    printOptions('outlier', options, printer),
    fields.map((field) => ` ${printField(field)}`),
  ],
});
