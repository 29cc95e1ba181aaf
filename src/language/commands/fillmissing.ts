import { defineCommand } from '../command-definition.ts';
import type { Fill } from '../command-nodes.ts';
import { parseUnary } from '../expression.ts';
import { entriesBody } from '../items.ts';
import { align } from '../layout.ts';
import { parseCommaList, parseField } from '../names.ts';
import { printField } from '../print-names.ts';
import type { Reader } from '../reader.ts';

/** fillmissing = "fillmissing" [ "with" fill { "," [ "with" ] fill } ] */
export const fillmissing = defineCommand({
  kind: 'FillmissingCommand',
  keyword: 'fillmissing',
  summary: 'Adds the rows of empty time bins, with values for fields where some are given.',
  syntax: 'fillmissing [with value for field, value for field …]',
  since: '2026',
  notes: ['It follows stats … by bin(…).'],
  examples: ['fillmissing with 0 for latency'],
  parse: (reader) => ({
    kind: 'FillmissingCommand',
    fills: reader.acceptWord('with') ? parseCommaList(reader, () => parseFill(reader)) : [],
  }),
  print: ({ fills }, printer) => {
    if (fills.length === 0) return 'fillmissing';
    const entries = fills.map(({ value, field }) => ({
      doc: [printer.expression(value), ' for ', printField(field)],
      isPlain: true,
    }));
    return ['fillmissing with ', align(entriesBody(entries))];
  },
});

/** fill = value "for" field */
function parseFill(reader: Reader): Fill {
  reader.acceptWord('with');
  const start = reader.token;
  const value = parseUnary(reader);
  reader.expectWord('for', '"for" and a field after the value');
  return { kind: 'Fill', value, field: parseField(reader, 'a field after "for"'), span: reader.spanFrom(start) };
}
