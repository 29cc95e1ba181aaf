import { defineCommand } from '../command-definition.ts';
import type { FilterCommand } from '../command-nodes.ts';
import { parseCondition } from '../condition.ts';

/** filter = ( "filter" | "where" ) condition */
export const filter = defineCommand({
  kind: 'FilterCommand',
  keyword: 'filter',
  aliases: ['where'],
  summary: 'Keeps the events for which the condition is true.',
  syntax: 'filter condition',
  since: 'classic',
  examples: ['filter action = "REJECT" and dstPort in [22, 3389]', 'filter @message like /(?i)error/'],
  parse: (reader, keyword) => ({
    kind: 'FilterCommand',
    keyword: keyword as FilterCommand['keyword'],
    condition: parseCondition(reader),
  }),
  print: ({ keyword, condition }, printer) => [keyword, ' ', printer.expression(condition)],
});
