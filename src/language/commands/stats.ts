import { defineCommand } from '../command-definition.ts';
import type { Item } from '../command-nodes.ts';
import { entriesBody, parseItems, printEntries, toEntries } from '../items.ts';
import { align, group, line, type Doc } from '../layout.ts';
import { parseDuration, reportPipeInList } from '../names.ts';
import { printComments } from '../print-expression.ts';
import { printDuration } from '../print-names.ts';
import type { Reader } from '../reader.ts';

/** stats = "stats" items [ ["group"] "by" items [ "offset" duration ] ] */
export const stats = defineCommand({
  kind: 'StatsCommand',
  keyword: 'stats',
  summary: 'Computes aggregates, for each group of events where a group list is given.',
  syntax: 'stats aggregate [as name], … [by expression [as name], … [offset duration]]',
  since: 'classic',
  examples: ['stats count(*) as flows, sum(bytes) by srcAddr', 'stats avg(bytes) by bin(5m)'],
  parse: (reader) => {
    const items = parseItems(reader);
    const by = parseGroups(reader);
    if (by.length === 0 || !reader.acceptWord('offset')) return { kind: 'StatsCommand', items, by };
    return { kind: 'StatsCommand', items, by, offset: parseDuration(reader, 'a duration after "offset"') };
  },
  print: ({ items, by, offset }, printer) => {
    const [first] = by;
    if (first === undefined) return printEntries('stats', toEntries(items, printer));
    const groups: Doc = ['by ', align(entriesBody(toEntries(by, printer)))];
    const tail: Doc = [groups, offset ? ` offset ${printDuration(offset)}` : ''];
    const body: Doc = [
      entriesBody(toEntries(items, printer)),
      first.comments ? printComments(first.comments) : line,
      tail,
    ];
    const comments = items[0]?.comments;
    return group(comments ? ['stats', align([printComments(comments), body], 1)] : ['stats ', align(body)]);
  },
});

function parseGroups(reader: Reader): readonly Item[] {
  if (reader.at('|') && reader.peek(1).keyword === 'by') reportPipeInList(reader);
  if (reader.atWord('group') && reader.peek(1).keyword === 'by') reader.next();
  return reader.acceptWord('by') ? parseItems(reader) : [];
}
