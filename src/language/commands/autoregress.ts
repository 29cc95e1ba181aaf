import { defineCommand } from '../command-definition.ts';
import { parseAlias, parseField, parseNumberLiteral } from '../names.ts';
import { printAlias, printField } from '../print-names.ts';
import type { Reader } from '../reader.ts';

/** autoregress = "autoregress" field [ "as" alias ] [ "p" "=" number [ "-" number ] ] */
export const autoregress = defineCommand({
  kind: 'AutoregressCommand',
  keyword: 'autoregress',
  summary: 'Adds the values that a field had in the rows before.',
  syntax: 'autoregress field [as name] [p=from[-to]]',
  since: '2026',
  examples: ['autoregress bytes p=1-4'],
  parse: (reader) => {
    const field = parseField(reader, 'a field after "autoregress"');
    const alias = reader.acceptWord('as') ? { alias: parseAlias(reader) } : {};
    if (!reader.atWord('p') || !reader.at('=', 1)) return { kind: 'AutoregressCommand', field, ...alias };
    reader.next();
    reader.next();
    const from = parseRows(reader);
    return { kind: 'AutoregressCommand', field, ...alias, from, ...(reader.accept('-') && { to: parseRows(reader) }) };
  },
  print: ({ field, alias, from, to }) => [
    `autoregress ${printField(field)}`,
    alias ? ` as ${printAlias(alias)}` : '',
    from ? ` p=${from.raw}` : '',
    to ? `-${to.raw}` : '',
  ],
});

function parseRows(reader: Reader): ReturnType<typeof parseNumberLiteral> {
  return parseNumberLiteral(reader, 'a number of rows such as p=1 or p=1-4');
}
