import { defineCommand } from '../command-definition.ts';
import type { Alias, ParseMode } from '../command-nodes.ts';
import type { Expression, StringLiteral } from '../ast.ts';
import { parseExpression } from '../expression.ts';
import { aliasEntries, printEntries } from '../items.ts';
import { align, group, line, type Doc } from '../layout.ts';
import { acceptPlaceholder, parseAlias, parseCommaList, parseString, reportPipeInList } from '../names.ts';
import { stringOf } from '../primary.ts';
import type { ExpressionPrinter } from '../print-expression.ts';
import { printAlias } from '../print-names.ts';
import type { Reader } from '../reader.ts';

/** parse = "parse" [ expression ] ( glob | regex | logfmt | csv | xml ) */
export const parse = defineCommand({
  kind: 'ParseCommand',
  keyword: 'parse',
  summary: 'Takes fields out of a text, by a pattern with stars, a regular expression or a known notation.',
  syntax: 'parse [field] "text * text" as name, … | /(?<name>…)/ [multi] | logfmt as name | csv as name, …',
  since: 'classic',
  notes: [
    'The field is @message where none is given.',
    'An event that does not match is kept; the names are missing from it.',
    'A pattern without a star and one name gives what follows the text.',
  ],
  examples: ['parse @message "user=*, method:*" as user, method', 'parse @message /status=(?<status>\\d+)/'],
  parse: (reader) => {
    const input = parseInput(reader);
    return { kind: 'ParseCommand', ...(input && { input }), mode: parseMode(reader) };
  },
  print: ({ input, mode }, printer) => {
    const subject: Doc = input ? [printer.expression(input), ' '] : '';
    return group(['parse ', align([subject, printMode(mode, printer)])]);
  },
});

function parseInput(reader: Reader): Expression | undefined {
  const { kind, keyword } = reader.token;
  // A string that a pattern follows is the text to take apart; any other string is the pattern.
  const second = reader.peek(1);
  if (kind === 'regex' || (kind === 'string' && second.kind !== 'regex' && second.kind !== 'string')) return undefined;
  if (kind === 'placeholder' && second.keyword === 'as') return undefined;
  const isMode = (keyword === 'logfmt' || keyword === 'csv') && second.keyword === 'as';
  if (isMode || (keyword === 'xml' && second.kind === 'string')) return undefined;
  return parseExpression(reader);
}

/** glob = string "as" names; regex = regex [ "as" names ] [ "multi" ]; logfmt = "logfmt" "as" name; csv = "csv" "as" names; xml = "XML" string "as" name */
function parseMode(reader: Reader): ParseMode {
  const start = reader.token;
  const span = (): ParseMode['span'] => reader.spanFrom(start);
  const placeholder = acceptPlaceholder(reader);
  if (placeholder) return { kind: 'ParseGlob', pattern: placeholder, names: parseNames(reader), span: span() };
  if (start.kind === 'string') {
    const pattern: StringLiteral = stringOf(reader.next());
    return { kind: 'ParseGlob', pattern, names: parseNames(reader), span: span() };
  }
  if (start.kind === 'regex') return parseRegex(reader);
  if (reader.acceptWord('logfmt')) return { kind: 'ParseLogfmt', name: parseNameAfterAs(reader), span: span() };
  if (reader.acceptWord('csv')) return { kind: 'ParseCsv', names: parseNames(reader), span: span() };
  if (reader.acceptWord('xml')) {
    const path = parseString(reader, 'a path');
    return { kind: 'ParseXml', path, name: parseNameAfterAs(reader), span: span() };
  }
  return reader.fail({
    message: `Expected a pattern, found ${reader.found()}.`,
    help: 'Write "text * text" as name, /(?<name>…)/, logfmt as name, or csv as name, … .',
  });
}

function parseRegex(reader: Reader): ParseMode {
  const token = reader.next();
  const pattern = {
    kind: 'RegexLiteral',
    pattern: token.value!,
    span: { start: token.start, end: token.end },
  } as const;
  const names = reader.atWord('as') ? parseNames(reader) : [];
  const multi = reader.acceptWord('multi');
  return { kind: 'ParseRegex', pattern, names, multi, span: reader.spanFrom(token) };
}

/** names = "as" alias { "," alias } */
function parseNames(reader: Reader): readonly Alias[] {
  expectAs(reader);
  return parseCommaList(reader, () => {
    const comments = reader.takeComments();
    return { ...parseAlias(reader), ...comments };
  });
}

function parseNameAfterAs(reader: Reader): Alias {
  expectAs(reader);
  return parseAlias(reader);
}

function expectAs(reader: Reader): void {
  if (reader.at('|') && reader.peek(1).keyword === 'as') reportPipeInList(reader);
  reader.expectWord('as', {
    message: `Expected "as" and the names of the fields, found ${reader.found()}.`,
    help: 'Write as and one name for each star: parse @message "user=* id=*" as user, id.',
  });
}

function printMode(mode: ParseMode, printer: ExpressionPrinter): Doc {
  switch (mode.kind) {
    case 'ParseGlob':
      return [printer.expression(mode.pattern), printNames(mode.names)];
    case 'ParseRegex':
      return [
        printer.expression(mode.pattern),
        mode.names.length > 0 ? printNames(mode.names) : '',
        mode.multi ? ' multi' : '',
      ];
    case 'ParseLogfmt':
      return ['logfmt as ', printAlias(mode.name)];
    case 'ParseCsv':
      return ['csv', printNames(mode.names)];
    case 'ParseXml':
      return ['XML ', printer.expression(mode.path), ' as ', printAlias(mode.name)];
  }
}

/** The name list, below the pattern where both do not fit on one line. */
function printNames(names: readonly Alias[]): Doc {
  return [line, printEntries('as', aliasEntries(names))];
}
