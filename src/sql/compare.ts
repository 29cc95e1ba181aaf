import type { BinaryOperator } from '../language/ast.ts';
import { literalNumber, toNumber, toText } from './coerce.ts';
import { join, sql, value, type Fragment, type SqlValue } from './value.ts';

export type Bind = (value: SqlValue, hint: string) => SqlValue;

const never = { sql: 'FALSE', depth: 0 };

/**
 * A comparison: numbers where both sides are numbers, else texts. With a missing side `!=` is true and every other
 * comparison missing, as the service was seen to do it.
 */
export function compare(operator: BinaryOperator, left: SqlValue, right: SqlValue, options: CompareOptions): SqlValue {
  // A map or list equals nothing and comes before nothing.
  if (left.type === 'json' || right.type === 'json') return value('boolean', never);
  const [a, b] = [options.bind(left, 'left'), options.bind(right, 'right')];
  if (operator === '!=') return value('boolean', sql`coalesce(NOT ${equal(a, b)}, TRUE)`);
  const quick = options.isCondition ? quickNumbers(operator, a, b) : undefined;
  if (quick) return value('boolean', quick);
  const truth = operator === '=' ? equal(a, b) : before(operator, a, b);
  return value('boolean', options.isCondition ? truth : settled(truth, a, b));
}

/**
 * A text against a known number, where only truth counts: the loose cast is cheap and rejects most, the strict pattern
 * looks at what is left.
 */
function quickNumbers(operator: BinaryOperator, left: SqlValue, right: SqlValue): Fragment | undefined {
  const [text, number] = left.type === 'text' && left.literal === undefined ? [left, right] : [right, left];
  if (text.type !== 'text' || text.literal !== undefined || literalNumber(number) === undefined) return undefined;
  const cast = sql`TRY_CAST(${text} AS DOUBLE)`;
  const loose =
    text === left ? sql`${cast} ${operator} ${toNumber(number)}` : sql`${toNumber(number)} ${operator} ${cast}`;
  return sql`(${loose} AND cw_num(${text}) IS NOT NULL)`;
}

export interface CompareOptions {
  readonly bind: Bind;
  /** Only truth counts, so "false" and "missing" need not be told apart. */
  readonly isCondition?: boolean;
}

/** Two values that are there compare to true or false, never to "missing". */
function settled(truth: Fragment, left: SqlValue, right: SqlValue): Fragment {
  const present = [left, right].filter((side) => side.literal === undefined).map((side) => sql`${side} IS NOT NULL`);
  if (present.length === 0) return sql`coalesce(${truth}, FALSE)`;
  return sql`coalesce(${truth}, CASE WHEN ${join(present, ' AND ')} THEN FALSE END)`;
}

/** `f in [a, b]`: equal to one of them. */
export function among(needle: SqlValue, items: readonly SqlValue[], options: CompareOptions): Fragment {
  if (needle.type === 'json' || items.length === 0) return never;
  const subject = options.bind(needle, 'value');
  const numbers = items.filter((item) => literalNumber(item) !== undefined);
  const texts = items.filter((item) => item.literal !== undefined && literalNumber(item) === undefined);
  const others = items.filter((item) => item.literal === undefined);
  const parts: Fragment[] = others.map((item) => compare('=', subject, item, options));
  if (texts.length > 0 && subject.type === 'text') parts.push(sql`${subject} IN (${join(texts, ', ')})`);
  if (numbers.length > 0) parts.push(sql`${toNumber(subject)} IN (${join(numbers.map(toNumber), ', ')})`);
  const truth = sql`(${join(parts.length > 0 ? parts : [never], ' OR ')})`;
  return options.isCondition ? truth : settled(truth, subject, subject);
}

function equal(left: SqlValue, right: SqlValue): Fragment {
  const [a, b] = [literalNumber(left), literalNumber(right)];
  if (isNumeric(left) && isNumeric(right)) return sql`(${toNumber(left)} = ${toNumber(right)})`;
  // Text that cannot be a number against anything: the texts decide, for a number's text always looks like one.
  if (isWord(left, a) || isWord(right, b)) return sql`(${toText(left)} = ${toText(right)})`;
  if (a !== undefined || b !== undefined || isNumeric(left) || isNumeric(right)) {
    return sql`(${toNumber(left)} = ${toNumber(right)})`;
  }
  const numbers = sql`cw_num(${left}) IS NOT NULL AND cw_num(${right}) IS NOT NULL`;
  return sql`CASE WHEN ${numbers} THEN cw_num(${left}) = cw_num(${right}) ELSE ${left} = ${right} END`;
}

function before(operator: BinaryOperator, left: SqlValue, right: SqlValue): Fragment {
  const known = [literalNumber(left), literalNumber(right)];
  const areNumbers = known.some((number) => number !== undefined) || isNumeric(left) || isNumeric(right);
  const isWordy = isWord(left, known[0]) || isWord(right, known[1]);
  if (areNumbers && !isWordy) return sql`(${toNumber(left)} ${operator} ${toNumber(right)})`;
  return natural(operator, toText(left), toText(right));
}

/** The order of `sort`: texts before numbers, numbers by value, texts run by run. */
function natural(operator: BinaryOperator, left: Fragment, right: Fragment): Fragment {
  const key = (side: Fragment): Fragment => sql`ROW(cw_num(${side}) IS NOT NULL, coalesce(cw_num(${side}), 0),
    CASE WHEN cw_num(${side}) IS NULL THEN cw_natural(${side}) ELSE [] END,
    CASE WHEN cw_num(${side}) IS NULL THEN ${side} ELSE '' END)`;
  return sql`CASE WHEN ${left} IS NOT NULL AND ${right} IS NOT NULL THEN ${key(left)} ${operator} ${key(right)} END`;
}

function isNumeric({ type }: SqlValue): boolean {
  return type !== 'text' && type !== 'json';
}

/** A literal that cannot be read as a number. */
function isWord(side: SqlValue, number: number | undefined): boolean {
  return typeof side.literal === 'string' && number === undefined;
}
