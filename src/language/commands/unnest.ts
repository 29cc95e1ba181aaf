import { defineCommand } from '../command-definition.ts';
import { parseExpression } from '../expression.ts';
import { parseAlias } from '../names.ts';
import { printAlias } from '../print-names.ts';

/** unnest = "unnest" expression "into" alias */
export const unnest = defineCommand({
  kind: 'UnnestCommand',
  keyword: 'unnest',
  summary: 'Makes a row of each element of a list.',
  syntax: 'unnest list into name',
  since: '2024',
  notes: ['The list comes from jsonParse; a map, text or number is a list of one.'],
  examples: ['unnest json.events into event'],
  parse: (reader) => {
    const expression = parseExpression(reader);
    reader.expectWord('into', {
      message: `Expected "into" and a name, found ${reader.found()}.`,
      help: 'Write unnest list into name.',
    });
    return { kind: 'UnnestCommand', expression, name: parseAlias(reader, 'a name after "into"') };
  },
  print: ({ expression, name }, printer) => ['unnest ', printer.expression(expression), ' into ', printAlias(name)],
});
