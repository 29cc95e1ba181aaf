import type { Binary, Expression, Like, RegexLiteral } from '../../../src/language/ast.ts';
import { callFunction } from './functions.ts';
import { naturalOrder } from './order.ts';
import type { Row } from './row.ts';
import { isNumeric, Json, numberOf, textOf, truthOf, type Value } from './value.ts';

/** The value of an expression in a row. */
export function evaluateExpression(expression: Expression, row: Row): Value {
  const evaluate = (inner: Expression): Value => evaluateExpression(inner, row);
  switch (expression.kind) {
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return expression.value;
    case 'Field':
      return row.get(expression);
    case 'Call':
      return callFunction(expression, evaluate);
    case 'Unary': {
      if (expression.operator === '-') return negative(numberOf(evaluate(expression.operand)));
      const known = truthOf(evaluate(expression.operand));
      return known === undefined ? undefined : !known;
    }
    case 'Binary':
      return binary(expression, evaluate(expression.left), evaluate(expression.right));
    case 'Like': {
      const text = textOf(evaluate(expression.value));
      const found = text === undefined ? undefined : isLike(text, expression);
      return expression.negated ? found !== true : found;
    }
    case 'In': {
      const needle = evaluate(expression.value);
      const items = (expression.set as { readonly items: readonly Expression[] }).items.map(evaluate);
      const found = needle === undefined ? undefined : items.some((item) => equal(needle, item) === true);
      return expression.negated ? found !== true : found;
    }
    default:
      throw new Error(`The second evaluator does not know ${expression.kind}.`);
  }
}

function negative(of: number | undefined): number | undefined {
  return of === undefined ? undefined : -of;
}

function isLike(text: string, { pattern }: Like): boolean {
  if (pattern.kind === 'RegexLiteral') return regexOf(pattern).test(text);
  return text.includes((pattern as { readonly value: string }).value);
}

/** The regular expression as one of JavaScript. */
export function regexOf({ pattern }: RegexLiteral, flags = ''): RegExp {
  const ignoresCase = pattern.startsWith('(?i)');
  return new RegExp(ignoresCase ? pattern.slice(4) : pattern, `u${flags}${ignoresCase ? 'i' : ''}`);
}

function binary({ operator, left, right }: Binary, a: Value, b: Value): Value {
  const sides = [left, right];
  switch (operator) {
    case 'and': {
      const both = [truthOf(a), truthOf(b)];
      return both.includes(false) ? false : both.includes(undefined) ? undefined : true;
    }
    case 'or': {
      const both = [truthOf(a), truthOf(b)];
      return both.includes(true) ? true : both.includes(undefined) ? undefined : false;
    }
    case '=':
      return equal(a, b);
    case '!=':
      return equal(a, b) !== true;
    case '<':
      return before(a, b, (order) => order < 0, sides);
    case '<=':
      return before(a, b, (order) => order <= 0, sides);
    case '>':
      return before(a, b, (order) => order > 0, sides);
    case '>=':
      return before(a, b, (order) => order >= 0, sides);
    default:
      return arithmetic(operator, numberOf(a), numberOf(b));
  }
}

function equal(a: Value, b: Value): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [x, y] = [numberOf(a), numberOf(b)];
  return x !== undefined && y !== undefined ? x === y : textOf(a) === textOf(b);
}

/** Numbers where a side is one by its kind; else the natural order. */
function before(
  a: Value,
  b: Value,
  test: (order: number) => boolean,
  sides: readonly Expression[],
): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== undefined && y !== undefined) return test(x - y);
  const isWord = sides.some((side) => side.kind === 'StringLiteral' && !isNumeric(side.value));
  const isNumber =
    [a, b].some((side) => typeof side !== 'string' && !(side instanceof Json)) || sides.some(isNumberLiteral);
  if (isNumber && !isWord) return false;
  return test(naturalOrder(textOf(a)!, textOf(b)!));
}

function isNumberLiteral(side: Expression): boolean {
  return side.kind === 'NumberLiteral' || (side.kind === 'StringLiteral' && isNumeric(side.value));
}

function arithmetic(operator: Binary['operator'], a: number | undefined, b: number | undefined): Value {
  if (a === undefined || b === undefined) return undefined;
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '%':
      return b === 0 ? undefined : a % b;
    case '^': {
      const power = a ** b;
      return Number.isFinite(power) ? power : undefined;
    }
    default:
      throw new Error(`The second evaluator does not know ${operator}.`);
  }
}
