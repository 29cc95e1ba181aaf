import { defineCommand } from '../command-definition.ts';
import type { SortKey } from '../command-nodes.ts';
import { parseExpression } from '../expression.ts';
import { printEntries } from '../items.ts';
import { parseCommaList } from '../names.ts';
import type { Reader } from '../reader.ts';

/** sort = "sort" ["by"] key { "," key } */
export const sort = defineCommand({
  kind: 'SortCommand',
  keyword: 'sort',
  summary: 'Orders the rows.',
  syntax: 'sort expression [asc|desc], …',
  since: 'classic',
  examples: ['sort @timestamp desc', 'sort srcAddr asc, bytes desc'],
  parse: (reader) => {
    reader.acceptWord('by');
    return { kind: 'SortCommand', keys: parseCommaList(reader, () => parseKey(reader)) };
  },
  print: ({ keys }, printer) =>
    printEntries(
      'sort',
      keys.map(({ expression, direction, comments }) => ({
        doc: [printer.expression(expression), direction ? ` ${direction}` : ''],
        isPlain: expression.kind === 'Field',
        ...(comments && { comments }),
      })),
    ),
});

/** key = expression [ "asc" | "desc" ] */
function parseKey(reader: Reader): SortKey {
  const comments = reader.takeComments();
  const start = reader.token;
  const from = reader.position;
  if (isLoneDirection(reader)) {
    reader.fail({
      message: `Expected a field before ${reader.found()}.`,
      help: `Write sort field ${start.text}; a field of this name needs backticks: \`${start.text}\`.`,
    });
  }
  const expression = parseExpression(reader);
  const text = reader.foldedText(from);
  const direction = reader.atWord('asc') ? 'asc' : reader.atWord('desc') ? 'desc' : undefined;
  if (direction) reader.next();
  return {
    kind: 'SortKey',
    expression,
    ...(direction && { direction }),
    text,
    ...comments,
    span: reader.spanFrom(start),
  };
}

function isLoneDirection(reader: Reader): boolean {
  const after = reader.peek(1);
  return (
    reader.atWord('asc', 'desc') &&
    (after.kind === 'end' || reader.at('|', 1) || reader.at(',', 1) || reader.at(')', 1))
  );
}
