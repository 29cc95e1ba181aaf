import { defineCommand } from '../command-definition.ts';
import { group } from '../layout.ts';
import { parseOptions, printOptions } from '../options.ts';

/** appendcols = "appendcols" options "(" query ")" */
export const appendcols = defineCommand({
  kind: 'AppendcolsCommand',
  keyword: 'appendcols',
  summary: 'Puts the columns of a subquery beside those of the query, row by row.',
  syntax: 'appendcols [override=true|false] [max=number] (SOURCE "group" | …)',
  since: '2026',
  examples: ['appendcols override=true (SOURCE "/other" | stats avg(latency) as latency by service)'],
  parse: (reader) => {
    const options = parseOptions(reader, ['override', 'max']);
    if (!reader.at('(')) reader.fail('a subquery in parentheses such as (SOURCE "/group" | …)');
    return { kind: 'AppendcolsCommand', options, subquery: reader.subquery(reader) };
  },
  print: ({ options, subquery }, printer) =>
    group([printOptions('appendcols', options, printer), ' ', printer.subquery(subquery)]),
});
