import { defineCommand } from '../command-definition.ts';
import { parseNumber } from '../names.ts';

/** limit = "limit" ["any"] number | ( "head" | "tail" ) number */
export const limit = defineCommand({
  kind: 'LimitCommand',
  keyword: 'limit',
  aliases: ['head', 'tail'],
  summary: 'Keeps the first rows; "any" stops as soon as so many were found, in no order.',
  syntax: 'limit [any] number',
  since: 'classic',
  notes: ['Without it the service answers 10,000 rows; 100,000 are the most.', 'head and tail are deprecated.'],
  examples: ['limit 20', 'limit any 20'],
  parse: (reader, keyword) => {
    const any = keyword === 'limit' && reader.acceptWord('any');
    const count = parseNumber(reader, `a number of rows after "${keyword}"`);
    return { kind: 'LimitCommand', keyword: keyword as 'limit' | 'head' | 'tail', any, count };
  },
  print: ({ keyword, any, count }, printer) => [keyword, any ? ' any ' : ' ', printer.expression(count)],
});
