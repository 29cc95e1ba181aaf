import { defineCommand } from '../command-definition.ts';
import { printEntries } from '../items.ts';
import { layOut } from '../layout.ts';
import { parseFields } from '../names.ts';
import { parseOptions, printOptions } from '../options.ts';
import { printField } from '../print-names.ts';

/** addtotals = "addtotals" options [ fields ] */
export const addtotals = defineCommand({
  kind: 'AddtotalsCommand',
  keyword: 'addtotals',
  summary: 'Adds a column with the sum of the numbers of each row, or a row with the sums of the columns.',
  syntax: 'addtotals [fieldname=name] [row=true|false] [col=true|false] [field, …]',
  since: '2026',
  examples: ['addtotals', 'addtotals fieldname=RowSum price, tax'],
  parse: (reader) => {
    const options = parseOptions(reader, ['fieldname', 'row', 'col']);
    return { kind: 'AddtotalsCommand', options, fields: reader.atStageEnd ? [] : parseFields(reader) };
  },
  print: ({ options, fields }, printer) => {
    const head = printOptions('addtotals', options, printer);
    if (fields.length === 0) return head;
    return printEntries(
      layOut(head),
      fields.map((field) => ({ doc: printField(field), isPlain: true })),
    );
  },
});
