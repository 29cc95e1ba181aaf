import { defineCommand } from '../command-definition.ts';
import { parseCondition } from '../condition.ts';

/** filterIndex = "filterIndex" condition */
export const filterIndex = defineCommand({
  kind: 'FilterIndexCommand',
  keyword: 'filterIndex',
  summary: 'Keeps the events that match, and reads only log groups with an index on the field.',
  syntax: 'filterIndex field = value | field in [value, …]',
  since: '2024',
  notes: ['On local files it is a filter.'],
  examples: ['filterIndex requestId = "r-1"', 'filterIndex status in ["200", "201"]'],
  parse: (reader) => ({ kind: 'FilterIndexCommand', condition: parseCondition(reader) }),
  print: ({ condition }, printer) => ['filterIndex ', printer.expression(condition)],
});
