import type { Span } from '../text/source.ts';
import type {
  Access,
  Call,
  DurationLiteral,
  Expression,
  Field,
  FieldSegment,
  List,
  Name,
  StringLiteral,
} from './ast.ts';
import { findUnit } from './duration.ts';
import { deepen, parseExpression } from './expression.ts';
import { reservedWords } from './quote.ts';
import type { Reader } from './reader.ts';
import type { Token } from './token.ts';

/** postfix = primary { "." segment | "[" integer "]" } */
export function parsePostfix(reader: Reader): Expression {
  let object = parsePrimary(reader);
  for (;;) {
    const isAdjacent = reader.token.start === reader.previous?.end;
    if (!isAdjacent || !(reader.at('.') || reader.at('['))) return object;
    for (const key of reader.accept('.') ? parseKeys(reader) : [parseIndex(reader)]) {
      const node: Access = { kind: 'Access', object, key, span: reader.spanFrom(object.span) };
      object = deepen(reader, node, [object]);
    }
  }
}

function parseKeys(reader: Reader): readonly FieldSegment[] {
  const token = reader.token;
  if (token.kind === 'word') return reader.next().segments!;
  if (token.kind === 'number') return [{ text: reader.next().text }];
  return reader.fail('a name after "."');
}

function parseIndex(reader: Reader): number {
  reader.next();
  const token = reader.token;
  if (token.kind !== 'number' || !/^\d+$/.test(token.text)) reader.fail('a whole number as index');
  reader.next();
  reader.expect(']', '"]" after the index');
  return Number(token.text);
}

/** primary = number | duration | string | "true" | "false" | placeholder | call | field | "(" expression ")" */
function parsePrimary(reader: Reader): Expression {
  const token = reader.token;
  const span = { start: token.start, end: token.end };
  switch (token.kind) {
    case 'number':
      reader.next();
      return { kind: 'NumberLiteral', value: Number(token.text), raw: token.text, span };
    case 'duration':
      reader.next();
      return durationOf(token);
    case 'string':
      reader.next();
      return stringOf(token);
    case 'placeholder':
      reader.next();
      return { kind: 'Placeholder', name: token.value!, span };
    case 'word':
      return parseWord(reader, token);
    case 'regex':
      return reader.fail({
        code: 'misplaced-regex',
        message: `A regular expression such as ${reader.found()} cannot stand here.`,
        help: 'It stands after like, =~ and in parse; functions take the expression as a string.',
      });
    default:
      return reader.at('(') ? parseParenthesized(reader) : failExpression(reader);
  }
}

function parseWord(reader: Reader, token: Token): Expression {
  const { keyword } = token;
  const span = { start: token.start, end: token.end };
  if (keyword === 'true' || keyword === 'false') {
    reader.next();
    return { kind: 'BooleanLiteral', value: keyword === 'true', span };
  }
  if (keyword !== undefined && reservedWords.has(keyword)) failExpression(reader);
  // `where a = b (SOURCE …)`: the parentheses are the subquery of a join, not arguments.
  const isCall = keyword !== undefined && reader.at('(', 1) && !reader.startsSubquery(1);
  if (isCall) return parseCall(reader);
  reader.next();
  return fieldOf(token);
}

/** call = word "(" [ "*" | argument { "," argument } ] ")" */
function parseCall(reader: Reader): Expression {
  const token = reader.next();
  const name: Name = { kind: 'Name', text: token.text, span: { start: token.start, end: token.end } };
  const open = reader.next();
  if (reader.at('*') && reader.at(')', 1)) {
    reader.next();
    reader.next();
    return { kind: 'Call', name, args: [], star: true, span: reader.spanFrom(token) };
  }
  const args = parseSequence(reader, open, ')', parseArgument);
  const node: Call = { kind: 'Call', name, args, span: reader.spanFrom(token) };
  return deepen(reader, node, args);
}

/** argument = expression | number unit */
function parseArgument(reader: Reader): Expression {
  const isDuration =
    reader.token.kind === 'number' &&
    findUnit(reader.peek(1).keyword ?? '') !== undefined &&
    (reader.at(')', 2) || reader.at(',', 2));
  return isDuration ? parseSplitDuration(reader) : parseExpression(reader);
}

/** `5 min`: the manual writes a duration with a blank, too. */
export function parseSplitDuration(reader: Reader): DurationLiteral {
  const start = reader.token;
  const amount = Number(reader.next().text);
  const unit = findUnit(reader.next().text)!;
  const span = reader.spanFrom(start);
  return { kind: 'DurationLiteral', amount, unit, raw: reader.foldedText(reader.position - 2), span };
}

/** list = "[" [ expression { "," expression } ] "]" */
export function parseList(reader: Reader): Expression {
  const open = reader.next();
  const items = parseSequence(reader, open, ']', parseExpression);
  const node: List = { kind: 'List', items, span: reader.spanFrom(open) };
  return deepen(reader, node, items);
}

/** [ entry { "," entry } ] and the closing bracket. */
export function parseSequence<Entry>(
  reader: Reader,
  open: Span,
  close: ')' | ']',
  parseEntry: (reader: Reader) => Entry,
): readonly Entry[] {
  const entries: Entry[] = [];
  if (reader.accept(close)) return entries;
  for (;;) {
    entries.push(parseEntry(reader));
    if (reader.accept(close)) return entries;
    if (!reader.at(',')) failUnclosed(reader, open, close);
    const comma = reader.next();
    if (reader.at(close)) {
      reportTrailingComma(reader, comma);
      reader.next();
      return entries;
    }
  }
}

/** A comma with nothing after it. */
export function reportTrailingComma(reader: Reader, comma: Span): void {
  const span = { start: comma.start, end: comma.end };
  reader.report({
    code: 'trailing-comma',
    message: 'Nothing follows the comma.',
    span,
    help: 'Remove the comma.',
    fix: { description: 'Remove the comma.', edits: [{ span, text: '' }] },
  });
}

function parseParenthesized(reader: Reader): Expression {
  const open = reader.token;
  if (reader.startsSubquery()) {
    reader.fail({
      message: 'A subquery cannot stand here.',
      help: 'It stands after in: f in (SOURCE "/group" | fields f).',
    });
  }
  reader.next();
  const inner = parseExpression(reader);
  if (!reader.accept(')')) failUnclosed(reader, open, ')');
  return deepen(reader, { ...inner, parenthesized: true, span: reader.spanFrom(open) }, [inner]);
}

function failUnclosed(reader: Reader, open: Span, close: ')' | ']'): never {
  const bracket = close === ')' ? '(' : '[';
  if (!reader.atStageEnd) return reader.fail(close === ')' ? 'an operator, "," or ")"' : 'an operator, "," or "]"');
  return reader.fail({
    code: 'unclosed-bracket',
    message: `"${bracket}" is not closed before ${reader.found()}.`,
    span: { start: open.start, end: open.end },
    help: `Add the closing "${close}".`,
  });
}

const expressionHelp: Readonly<Record<string, string>> = {
  '*': 'Name the fields; a star stands only in count(*).',
  '[': 'A list stands only after in: f in ["a", "b"].',
  '{': 'A parameter of a saved query is written {{name}}.',
  $: 'A parameter is written {{name}}; $name(…) calls a saved query and is a stage of its own.',
  '/': 'A regular expression stands after like, =~ and in parse.',
};

function failExpression(reader: Reader): never {
  const { text } = reader.token;
  const help = Object.hasOwn(expressionHelp, text) ? expressionHelp[text]! : undefined;
  return reader.fail({
    message: `Expected an expression, found ${reader.found()}.`,
    ...(help !== undefined && { help }),
  });
}

/** The node of a word token. */
export function fieldOf(token: Token): Field {
  const segments = token.segments!;
  const name = segments.map((segment) => segment.text).join('.');
  return { kind: 'Field', name, segments, span: { start: token.start, end: token.end } };
}

/** The node of a string token. */
export function stringOf(token: Token): StringLiteral {
  const raw = token.text.includes('\\') && token.isReported !== true ? { raw: token.text } : {};
  return { kind: 'StringLiteral', value: token.value!, ...raw, span: { start: token.start, end: token.end } };
}

/** The node of a duration token. */
export function durationOf(token: Token): DurationLiteral {
  const amount = Number.parseFloat(token.text);
  return {
    kind: 'DurationLiteral',
    amount,
    unit: token.unit!,
    raw: token.text,
    span: { start: token.start, end: token.end },
  };
}
