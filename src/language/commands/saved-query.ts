import type { Name } from '../ast.ts';
import { defineCommand } from '../command-definition.ts';
import { align, group, join, line } from '../layout.ts';
import { parseOption } from '../options.ts';
import { nameOf } from '../names.ts';
import { parseSequence } from '../primary.ts';
import { printAlias } from '../print-names.ts';
import type { Reader } from '../reader.ts';

/** call = "$" name "(" [ option { "," option } ] ")" */
export const savedQuery = defineCommand({
  kind: 'SavedQueryCommand',
  keyword: '$',
  summary: 'Calls a saved query of the account, with values for its parameters.',
  syntax: '$name(parameter = value, …)',
  since: '2024',
  notes: ['The service puts its text in place of the call.'],
  examples: ['$ErrorsByLevel(logLevel = "WARN", limit = 10)'],
  parse: (reader) => {
    const name = parseSavedName(reader);
    const open = reader.expect('(', '"(" after the name of the saved query');
    const args = parseSequence(reader, open, ')', parseOption);
    return { kind: 'SavedQueryCommand', name, arguments: args };
  },
  print: ({ name, arguments: args }, printer) => {
    const docs = args.map(({ name: parameter, value }) => [printAlias(parameter), ' = ', printer.expression(value)]);
    return group(['$', printAlias(name), '(', align(join(docs, [',', line])), ')']);
  },
});

function parseSavedName(reader: Reader): Name {
  const { token } = reader;
  if (token.kind !== 'word' || token.start !== reader.previous?.end)
    return reader.fail('the name of a saved query after "$"');
  return nameOf(reader.next());
}
