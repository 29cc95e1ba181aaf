import { noSpan } from '../text/source.ts';
import type {
  Binary,
  BinaryOperator,
  BooleanLiteral,
  Call,
  DurationLiteral,
  DurationUnit,
  Expression,
  Field,
  In,
  Like,
  List,
  Name,
  NumberLiteral,
  Placeholder,
  Query,
  RegexLiteral,
  StringLiteral,
  Unary,
} from './ast.ts';
import type {
  Command,
  DedupCommand,
  DisplayCommand,
  FieldsCommand,
  FilterCommand,
  Item,
  LimitCommand,
  ParseCommand,
  SortCommand,
  SortKey,
  StatsCommand,
} from './command-nodes.ts';
import { unitAbbreviation } from './duration.ts';
import { quoteName, quoteWord, segmentsOf } from './quote.ts';

// Makers of nodes that stand in no text. The printer adds quotes, backticks and parentheses.

export function query(...commands: readonly Command[]): Query {
  return { kind: 'Query', commands, span: noSpan };
}

/** A field by its whole name: `srcaddr`, `account-id`, `a.b`. Throws a RangeError where it holds a backtick or a line end. */
export function field(name: string): Field {
  quoteName(name);
  return { kind: 'Field', name, segments: segmentsOf(name), span: noSpan };
}

/** An alias or the name of a function. Throws a RangeError where it holds a backtick or a line end. */
export function name(text: string): Name {
  quoteWord(text);
  return { kind: 'Name', text, span: noSpan };
}

export function string(value: string): StringLiteral {
  return { kind: 'StringLiteral', value, span: noSpan };
}

/** A number; a negative one is a minus and a number, as in the language. */
export function number(value: number): NumberLiteral | Unary {
  if (value < 0 || Object.is(value, -0)) return unary('-', number(-value));
  if (!Number.isFinite(value)) throw new RangeError(`The query language has no way to write the number ${value}.`);
  return { kind: 'NumberLiteral', value, raw: String(value), span: noSpan };
}

export function duration(amount: number, unit: DurationUnit): DurationLiteral {
  return { kind: 'DurationLiteral', amount, unit, raw: `${amount}${unitAbbreviation(unit)}`, span: noSpan };
}

export function boolean(value: boolean): BooleanLiteral {
  return { kind: 'BooleanLiteral', value, span: noSpan };
}

/** A regex by its source between the slashes; `quoteRegex` makes one from a literal text. */
export function regex(pattern: string): RegexLiteral {
  return { kind: 'RegexLiteral', pattern, span: noSpan };
}

export function placeholder(parameter: string): Placeholder {
  return { kind: 'Placeholder', name: parameter, span: noSpan };
}

export function call(functionName: string, ...args: readonly Expression[]): Call {
  return { kind: 'Call', name: name(functionName), args, span: noSpan };
}

/** `count(*)`. */
export function star(functionName: string): Call {
  return { kind: 'Call', name: name(functionName), args: [], star: true, span: noSpan };
}

export function unary(operator: Unary['operator'], operand: Expression): Unary {
  return { kind: 'Unary', operator, operand, span: noSpan };
}

export function binary(left: Expression, operator: BinaryOperator, right: Expression): Binary {
  return { kind: 'Binary', operator, operatorSpan: noSpan, left, right, span: noSpan };
}

/** Conditions joined by `and`, or by `or`; there must be one. */
export function joined(operator: 'and' | 'or', conditions: readonly [Expression, ...Expression[]]): Expression {
  return conditions.reduce((left, right) => binary(left, operator, right));
}

export function like(value: Expression, pattern: Expression, { negated = false } = {}): Like {
  return { kind: 'Like', operator: 'like', operatorSpan: noSpan, negated, value, pattern, span: noSpan };
}

export function isIn(value: Expression, items: readonly Expression[], { negated = false } = {}): In {
  return { kind: 'In', negated, value, set: list(items), span: noSpan };
}

export function list(items: readonly Expression[]): List {
  return { kind: 'List', items, span: noSpan };
}

export function item(expression: Expression, alias?: string): Item {
  return { kind: 'Item', expression, ...(alias !== undefined && { alias: name(alias) }), span: noSpan };
}

export function fields(...items: readonly Item[]): FieldsCommand {
  return { kind: 'FieldsCommand', items, span: noSpan };
}

export function display(...items: readonly Item[]): DisplayCommand {
  return { kind: 'DisplayCommand', items, span: noSpan };
}

export function filter(condition: Expression): FilterCommand {
  return { kind: 'FilterCommand', keyword: 'filter', condition, span: noSpan };
}

/** `parse input "pattern" as names`. */
export function parseGlob(input: Expression, pattern: string, names: readonly string[]): ParseCommand {
  const mode = { kind: 'ParseGlob', pattern: string(pattern), names: names.map(name), span: noSpan } as const;
  return { kind: 'ParseCommand', input, mode, span: noSpan };
}

/** `parse input /pattern/`; the named groups become fields. */
export function parseRegex(input: Expression, pattern: string): ParseCommand {
  const mode = { kind: 'ParseRegex', pattern: regex(pattern), names: [], multi: false, span: noSpan } as const;
  return { kind: 'ParseCommand', input, mode, span: noSpan };
}

export function stats(items: readonly Item[], by: readonly Item[] = []): StatsCommand {
  return { kind: 'StatsCommand', items, by, span: noSpan };
}

export function sortKey(expression: Expression, direction?: 'asc' | 'desc'): SortKey {
  return { kind: 'SortKey', expression, ...(direction && { direction }), span: noSpan };
}

export function sort(...keys: readonly SortKey[]): SortCommand {
  return { kind: 'SortCommand', keys, span: noSpan };
}

export function limit(count: number): LimitCommand {
  return { kind: 'LimitCommand', keyword: 'limit', any: false, count: number(count) as NumberLiteral, span: noSpan };
}

export function dedup(...names: readonly string[]): DedupCommand {
  return { kind: 'DedupCommand', fields: names.map(field), span: noSpan };
}
