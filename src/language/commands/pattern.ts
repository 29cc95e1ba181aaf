import { defineCommand } from '../command-definition.ts';
import { parseExpression } from '../expression.ts';

/** pattern = "pattern" expression */
export const pattern = defineCommand({
  kind: 'PatternCommand',
  keyword: 'pattern',
  summary: 'Groups events by the shape of a text: @pattern, @ratio, @sampleCount, @severityLabel.',
  syntax: 'pattern field',
  since: 'classic',
  examples: ['pattern @message'],
  parse: (reader) => ({ kind: 'PatternCommand', expression: parseExpression(reader) }),
  print: ({ expression }, printer) => ['pattern ', printer.expression(expression)],
});
