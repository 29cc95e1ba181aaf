import type { Span } from '../text/source.ts';
import type { Binary, BinaryOperator, Expression, In, Like, Subquery, Unary } from './ast.ts';
import { parseList, parsePostfix } from './primary.ts';
import type { Reader } from './reader.ts';

/** Operators in a row make a tree as deep as the row is long; deeper ones would end the stack of those who walk it. */
const deepestTree = 1000;

const depths = new WeakMap<object, number>();

/** expression = or */
export function parseExpression(reader: Reader): Expression {
  return reader.nest(() => parseOr(reader));
}

/** or = and { "or" and } */
function parseOr(reader: Reader): Expression {
  return parseLogical(reader, 'or', '||', parseAnd);
}

/** and = not { "and" not } */
function parseAnd(reader: Reader): Expression {
  return parseLogical(reader, 'and', '&&', parseNot);
}

function parseLogical(
  reader: Reader,
  operator: 'or' | 'and',
  foreign: string,
  operand: (reader: Reader) => Expression,
): Expression {
  let left = operand(reader);
  while (reader.atWord(operator) || reader.at(foreign)) {
    const operatorSpan = spanOf(reader);
    if (reader.at(foreign)) reportForeignOperator(reader, operator);
    reader.next();
    const comments = reader.keepsComments ? reader.takeComments() : {};
    const right = withComments(reader, operand(reader), comments);
    left = binary(reader, operator, operatorSpan, left, right);
  }
  return left;
}

function withComments(reader: Reader, node: Expression, comments: Pick<Expression, 'comments'>): Expression {
  return comments.comments ? deepen(reader, { ...node, ...comments }, [node]) : node;
}

/** not = ( "not" | "!" ) not | comparison */
function parseNot(reader: Reader): Expression {
  const start = reader.token;
  if (!reader.atWord('not') && !reader.at('!')) return parseComparison(reader);
  const spelling = reader.next().text === '!' ? { spelling: '!' as const } : {};
  const operand = reader.nest(() => parseNot(reader));
  const node: Unary = { kind: 'Unary', operator: 'not', ...spelling, operand, span: reader.spanFrom(start) };
  return deepen(reader, node, [operand]);
}

const comparisons: Readonly<Record<string, BinaryOperator>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** comparison = sum [ ( "=" | "==" | "!=" | "<" | "<=" | ">" | ">=" ) sum | ["not"] "like" pattern | ( "=~" | "~=" ) pattern | ["not"] "in" set ] */
function parseComparison(reader: Reader): Expression {
  const left = parseSum(reader);
  const compared = parseComparisonTail(reader, left);
  if (compared !== left && startsComparison(reader)) {
    reader.fail({
      code: 'chained-comparison',
      message: `A comparison cannot be compared again: unexpected ${reader.found()}.`,
      help: 'Join two comparisons with "and".',
    });
  }
  return compared;
}

function parseComparisonTail(reader: Reader, left: Expression): Expression {
  const operatorSpan = spanOf(reader);
  if (reader.token.kind === 'symbol') {
    const operator = comparisons[reader.token.text];
    if (operator) {
      if (reader.at('<>')) reportForeignOperator(reader, '!=');
      reader.next();
      return binary(reader, operator, operatorSpan, left, parseSum(reader));
    }
    if (reader.accept('=~')) return like(reader, { operator: '=~', negated: false, operatorSpan }, left);
    if (reader.accept('~=')) return like(reader, { operator: '~=', negated: false, operatorSpan }, left);
    return left;
  }
  const negated = reader.atWord('not');
  const operator = reader.peek(negated ? 1 : 0).keyword;
  if (operator !== 'like' && operator !== 'in') return left;
  if (negated) reader.next();
  reader.next();
  if (operator === 'in') return parseIn(reader, left, negated);
  return like(reader, { operator, negated, operatorSpan: reader.spanFrom(operatorSpan) }, left);
}

function startsComparison(reader: Reader): boolean {
  const { kind, text } = reader.token;
  if (reader.atWord('like', 'in')) return true;
  return kind === 'symbol' && (text in comparisons || text === '=~' || text === '~=');
}

/** pattern = regex | sum */
function like(
  reader: Reader,
  head: Pick<Like, 'operator' | 'negated' | 'operatorSpan'>,
  value: Expression,
): Expression {
  const token = reader.token;
  const isRegex = token.kind === 'regex';
  if (isRegex) reader.next();
  const pattern: Expression = isRegex
    ? { kind: 'RegexLiteral', pattern: token.value!, span: { start: token.start, end: token.end } }
    : parseSum(reader);
  const node: Like = { kind: 'Like', ...head, value, pattern, span: reader.spanFrom(value.span) };
  return deepen(reader, node, [value, pattern]);
}

/** set = list | placeholder | "(" query ")" */
function parseIn(reader: Reader, value: Expression, negated: boolean): Expression {
  const set = parseSet(reader);
  const node: In = { kind: 'In', negated, value, set, span: reader.spanFrom(value.span) };
  return deepen(reader, node, [value, set]);
}

function parseSet(reader: Reader): Expression | Subquery {
  if (reader.at('[')) return parseList(reader);
  if (reader.token.kind === 'placeholder') return parsePostfix(reader);
  if (reader.startsSubquery()) return reader.subquery(reader);
  const help = reader.at('(')
    ? 'A list stands in square brackets: f in ["a", "b"]; parentheses hold a subquery: f in (SOURCE "/group" | fields f).'
    : 'Write a list: f in ["a", "b"].';
  return reader.fail({ message: `Expected a list in square brackets after "in", found ${reader.found()}.`, help });
}

/** sum = product { ( "+" | "-" ) product } */
function parseSum(reader: Reader): Expression {
  let left = parseProduct(reader);
  while (reader.at('+') || reader.at('-')) {
    const operatorSpan = spanOf(reader);
    const operator = reader.next().text as '+' | '-';
    left = binary(reader, operator, operatorSpan, left, parseProduct(reader));
  }
  return left;
}

/** product = power { ( "*" | "/" | "%" ) power } */
function parseProduct(reader: Reader): Expression {
  let left = parsePower(reader);
  while (reader.at('*') || reader.at('/') || reader.at('%')) {
    const operatorSpan = spanOf(reader);
    const operator = reader.next().text as '*' | '/' | '%';
    left = binary(reader, operator, operatorSpan, left, parsePower(reader));
  }
  return left;
}

/** power = unary [ "^" power ] */
function parsePower(reader: Reader): Expression {
  const left = parseUnary(reader);
  if (!reader.at('^')) return left;
  const operatorSpan = spanOf(reader);
  reader.next();
  const right = reader.nest(() => parsePower(reader));
  return binary(reader, '^', operatorSpan, left, right);
}

/** unary = "-" unary | postfix */
export function parseUnary(reader: Reader): Expression {
  const start = reader.token;
  if (!reader.accept('-')) return parsePostfix(reader);
  const operand = reader.nest(() => parseUnary(reader));
  return deepen(reader, { kind: 'Unary', operator: '-', operand, span: reader.spanFrom(start) } satisfies Unary, [
    operand,
  ]);
}

function binary(
  reader: Reader,
  operator: BinaryOperator,
  operatorSpan: Span,
  left: Expression,
  right: Expression,
): Expression {
  const span = { start: left.span.start, end: right.span.end };
  const node: Binary = { kind: 'Binary', operator, operatorSpan, left, right, span };
  return deepen(reader, node, [left, right]);
}

/** Notes how deep the tree under a node is, and refuses one that nobody could walk. */
export function deepen(reader: Reader, node: Expression, children: readonly object[]): Expression {
  let depth = 1;
  for (const child of children) depth = Math.max(depth, 1 + (depths.get(child) ?? 0));
  if (depth > deepestTree) reader.failNesting();
  depths.set(node, depth);
  return node;
}

function reportForeignOperator(reader: Reader, operator: string): void {
  const span = spanOf(reader);
  reader.report({
    code: 'foreign-operator',
    message: `${reader.found()} is not an operator of the query language.`,
    span,
    help: `Write ${operator}.`,
    fix: { description: `Replace it by ${operator}.`, edits: [{ span, text: operator }] },
  });
}

function spanOf(reader: Reader): Span {
  const { start, end } = reader.token;
  return { start, end };
}
