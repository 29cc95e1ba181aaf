import { defineCommand } from '../command-definition.ts';
import type { JsonText, SourceArgument, SourceCommand, SourceSelector } from '../command-nodes.ts';
import { align, group, line, type Doc } from '../layout.ts';
import { acceptPlaceholder, nameOf, parseName } from '../names.ts';
import { parseOptions, printOption } from '../options.ts';
import { parseList, parseSequence, stringOf } from '../primary.ts';
import type { ExpressionPrinter } from '../print-expression.ts';
import { printAlias } from '../print-names.ts';
import type { Reader } from '../reader.ts';

/** source = "SOURCE" ( group options | selector { selector } ) */
export const source = defineCommand({
  kind: 'SourceCommand',
  keyword: 'SOURCE',
  summary: 'Selects the log groups to read, in place of those given with the call.',
  syntax:
    'SOURCE "group" [start=time end=time] | logGroups(namePrefix: ["…"], …) | dataSource(["…"]) | logGroupTags([…])',
  since: '2024',
  notes: ['It stands first; only the command line and the API take it.'],
  examples: ['SOURCE "/aws/vpc/flow"', 'SOURCE logGroups(namePrefix: ["/aws/"], class: ["STANDARD"])'],
  parse: (reader) => {
    const selectors = parseSelectors(reader);
    if (selectors.length > 0) return { kind: 'SourceCommand', options: [], selectors };
    const group = parseGroup(reader);
    return { kind: 'SourceCommand', group, options: parseOptions(reader, ['start', 'end']), selectors };
  },
  print: ({ group: logGroup, options, selectors }, printer) => {
    const parts: Doc[] = [
      ...(logGroup ? [logGroup.kind === 'Name' ? printAlias(logGroup) : printer.expression(logGroup)] : []),
      ...options.map((option) => printOption(option, printer)),
      ...selectors.map((selector) => printSelector(selector, printer)),
    ];
    return group(['SOURCE ', align(parts.map((part, index): Doc => (index === 0 ? part : [line, part])))]);
  },
});

function parseSelectors(reader: Reader): readonly SourceSelector[] {
  const selectors: SourceSelector[] = [];
  while (reader.token.kind === 'word' && reader.at('(', 1)) {
    const start = reader.token;
    const name = nameOf(reader.next());
    const open = reader.next();
    const args = parseSequence(reader, open, ')', parseArgument);
    selectors.push({ kind: 'SourceSelector', name, arguments: args, span: reader.spanFrom(start) });
  }
  return selectors;
}

/** group = string | word | placeholder */
function parseGroup(reader: Reader): NonNullable<SourceCommand['group']> {
  const placeholder = acceptPlaceholder(reader);
  if (placeholder) return placeholder;
  return reader.token.kind === 'string'
    ? stringOf(reader.next())
    : parseName(reader, 'a log group such as "/aws/vpc/flow"');
}

/** argument = [ word ":" ] ( list | json ) */
function parseArgument(reader: Reader): SourceArgument {
  const start = reader.token;
  const name = reader.at(':', 1) ? { name: parseName(reader, 'the name of an argument') } : {};
  if (name.name) reader.next();
  if (!reader.at('[')) reader.fail('a list in square brackets');
  const value = reader.at('{', 1) ? parseJson(reader) : parseList(reader);
  return { kind: 'SourceArgument', ...name, value, span: reader.spanFrom(start) };
}

/** JSON up to its closing bracket, kept as it is written. */
function parseJson(reader: Reader): JsonText {
  const open = reader.next();
  let depth = 1;
  while (depth > 0) {
    if (reader.token.kind === 'end' || reader.at('|') || reader.at(')')) {
      reader.fail({
        code: 'unclosed-bracket',
        message: `"[" is not closed before ${reader.found()}.`,
        span: { start: open.start, end: open.end },
        help: 'Add the closing "]".',
      });
    }
    if (reader.at('[') || reader.at('{')) depth++;
    else if (reader.at(']') || reader.at('}')) depth--;
    reader.next();
  }
  const span = reader.spanFrom(open);
  return { kind: 'JsonText', text: reader.text.slice(span.start, span.end), span };
}

function printSelector({ name, arguments: args }: SourceSelector, printer: ExpressionPrinter): Doc {
  const docs = args.map(({ name: key, value }, index): Doc => [
    index === 0 ? '' : [',', line],
    key ? `${printAlias(key)}: ` : '',
    value.kind === 'JsonText' ? value.text : printer.expression(value),
  ]);
  return group([printAlias(name), '(', align(docs), ')']);
}
