import type { Access, Binary, Call, Expression, Field, In, Like } from '../language/ast.ts';
import type { Span } from '../text/source.ts';
import { callFunction } from './call.ts';
import { toBoolean, toNumber, toText } from './coerce.ts';
import { among, compare, type Bind } from './compare.ts';
import { jsonAt, pointer } from './json.ts';
import { invalid, notSupported } from './refusal.ts';
import { regexLiteral } from './regex.ts';
import { join, literal, missing, sql, value, type Fragment, type SqlValue } from './value.ts';

/** What an expression is compiled in. */
export interface ExpressionScope {
  readonly field: (field: Field) => SqlValue;
  readonly bind: Bind;
  /** Calls that mean something special at this place: aggregates in stats. */
  readonly call?: (call: Call) => SqlValue | undefined;
  readonly clock: Clock;
  /** `f in (SOURCE …)`. */
  readonly subquery: (node: In) => Fragment;
}

/** What `now()` and the window functions answer, in epoch milliseconds. */
export interface Clock {
  readonly now: number;
  readonly start?: number;
  readonly end?: number;
}

/** An expression as SQL. */
export function compileExpression(expression: Expression, scope: ExpressionScope): SqlValue {
  switch (expression.kind) {
    case 'StringLiteral':
      return literal(expression.value);
    case 'NumberLiteral':
      return literal(expression.value);
    case 'BooleanLiteral':
      return literal(expression.value);
    case 'Field':
      return scope.field(expression);
    case 'Access':
      return compileAccess(expression, scope);
    case 'Call':
      return scope.call?.(expression) ?? callFunction(expression, scope);
    case 'Unary':
      if (expression.operator === 'not') return compileCondition(expression, scope);
      return value('number', sql`(-${numeric(expression.operand, scope)})`);
    case 'Binary':
      return compileBinary(expression, scope);
    case 'Like':
    case 'In':
      return compileCondition(expression, scope);
    case 'DurationLiteral':
      throw invalid(expression.span, 'misplaced-duration', `The duration "${expression.raw}" is no value here.`);
    case 'RegexLiteral':
      throw invalid(
        expression.span,
        'misplaced-regex',
        'A regular expression is no value here.',
        'Write it after like.',
      );
    case 'List':
      throw notSupported(expression.span, 'A list outside of "in"');
    case 'Placeholder':
      throw unfilled(expression.span);
  }
}

/** `{{name}}` has no value until somebody gives it one. */
export function unfilled(span: Span): Error {
  return invalid(span, 'unfilled-placeholder', 'This placeholder has no value.', 'Give it one with --set NAME=VALUE.');
}

/** An expression as a truth value; as a condition, "false" and "missing" are one. */
export function compileCondition(expression: Expression, scope: ExpressionScope, isCondition = false): SqlValue {
  const options = { bind: scope.bind, isCondition };
  switch (expression.kind) {
    case 'Unary':
      if (expression.operator !== 'not') break;
      return value('boolean', sql`(NOT ${compileCondition(expression.operand, scope)})`);
    case 'Binary':
      if (expression.operator === 'and' || expression.operator === 'or') {
        const left = compileCondition(expression.left, scope, isCondition);
        const right = compileCondition(expression.right, scope, isCondition);
        return value('boolean', sql`(${left} ${expression.operator.toUpperCase()} ${right})`);
      }
      if (isComparison(expression.operator)) {
        const left = compileExpression(expression.left, scope);
        return compare(expression.operator, left, compileExpression(expression.right, scope), options);
      }
      break;
    case 'Like':
      return negatable(compileLike(expression, scope), expression.negated);
    case 'In':
      return negatable(compileIn(expression, scope, isCondition || expression.negated), expression.negated);
    default:
  }
  const given = compileExpression(expression, scope);
  if (isCondition && given.condition) return value('boolean', given.condition);
  return given.type === 'boolean' ? given : toBoolean(scope.bind(given, 'truth'));
}

/** `not like` and `not in` are true where the value is missing, as `!=` is. */
function negatable(condition: Fragment, negated: boolean): SqlValue {
  return value('boolean', negated ? sql`coalesce(NOT ${condition}, TRUE)` : condition);
}

function isComparison(operator: Binary['operator']): boolean {
  return ['=', '!=', '<', '<=', '>', '>='].includes(operator);
}

function compileBinary(expression: Binary, scope: ExpressionScope): SqlValue {
  const { operator, left, right } = expression;
  if (operator === 'and' || operator === 'or' || isComparison(operator)) return compileCondition(expression, scope);
  const [a, b] = [numeric(left, scope), numeric(right, scope)];
  switch (operator) {
    // What has no finite answer has none: division by zero, powers that overflow.
    case '/':
      return value('number', sql`(${a} / nullif(${b}, 0))`);
    case '%':
      return value('number', sql`(${a} % nullif(${b}, 0))`);
    case '^':
      return value('number', sql`cw_finite(${scope.bind(value('number', sql`pow(${a}, ${b})`), 'power')})`);
    default:
      return value('number', sql`(${a} ${operator} ${b})`);
  }
}

function numeric(expression: Expression, scope: ExpressionScope): SqlValue {
  return toNumber(scope.bind(compileExpression(expression, scope), 'operand'));
}

function compileLike({ operator, value: subject, pattern }: Like, scope: ExpressionScope): Fragment {
  const text = toText(scope.bind(compileExpression(subject, scope), 'text'));
  if (pattern.kind === 'RegexLiteral') return sql`regexp_matches(${text}, ${regexLiteral(pattern)})`;
  const wanted = toText(scope.bind(compileExpression(pattern, scope), 'pattern'));
  return operator === '=~' ? sql`regexp_matches(${text}, ${wanted})` : sql`contains(${text}, ${wanted})`;
}

function compileIn(node: In, scope: ExpressionScope, isCondition: boolean): Fragment {
  if (node.set.kind === 'Subquery') {
    return scope.subquery(node);
  }
  if (node.set.kind !== 'List') throw notSupported(node.set.span, '"in" with anything but a list');
  const items = node.set.items.map((item) => compileExpression(item, scope));
  return among(compileExpression(node.value, scope), items, { bind: scope.bind, isCondition });
}

function compileAccess({ object, key }: Access, scope: ExpressionScope): SqlValue {
  const from = compileExpression(object, scope);
  const json = from.json ?? (from.type === 'json' ? from : undefined);
  if (!json) return missing();
  return jsonAt(json, pointer([typeof key === 'number' ? String(key) : key.text]), scope.bind);
}

/** Values joined by commas. */
export function list(values: readonly SqlValue[]): Fragment {
  return join(values, ', ');
}
