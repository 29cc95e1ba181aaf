import type { Name } from '../ast.ts';
import { defineCommand } from '../command-definition.ts';
import type { Reader } from '../reader.ts';

/** filldown = "filldown" { name pattern } */
export const filldown = defineCommand({
  kind: 'FilldownCommand',
  keyword: 'filldown',
  summary: 'Fills missing values with the last value above.',
  syntax: 'filldown [field field* …]',
  since: '2026',
  notes: ['Without names all fields are filled; a star stands for the rest of a name.'],
  examples: ['filldown', 'filldown host cpu*'],
  parse: (reader) => {
    const patterns: Name[] = [];
    while (startsPattern(reader)) patterns.push(parsePattern(reader));
    return { kind: 'FilldownCommand', patterns };
  },
  print: ({ patterns }) => ['filldown', patterns.map((pattern) => ` ${printPattern(pattern)}`)],
});

function startsPattern(reader: Reader): boolean {
  return reader.token.kind === 'word' || reader.at('*');
}

/** pattern = ( word | "*" ) directly followed by further ones */
function parsePattern(reader: Reader): Name {
  const start = reader.token;
  let text = '';
  let quoted = false;
  do {
    const { segments, text: written } = reader.next();
    quoted ||= segments?.some((segment) => segment.quoted === true) === true;
    text += segments?.map((segment) => segment.text).join('.') ?? written;
  } while (startsPattern(reader) && reader.token.start === reader.previous?.end);
  return { kind: 'Name', text, ...(quoted && { quoted }), span: reader.spanFrom(start) };
}

/** A star outside backticks is a wild card, so names with one stay bare. */
function printPattern({ text, quoted }: Name): string {
  return quoted !== true && /^[\p{L}_@*][\p{L}\p{N}_@.*]*$/u.test(text) ? text : `\`${text}\``;
}
