import { findFunction } from '../functions/table.ts';
import type { Binary, Call, DurationLiteral, Expression, In, Like } from '../language/ast.ts';
import { printExpression } from '../language/print.ts';

/** A condition in words: `action is "REJECT" and dstport is 22 or 3389`. */
export function conditionInWords(expression: Expression): string {
  switch (expression.kind) {
    case 'Binary':
      return binaryInWords(expression);
    case 'Like':
      return likeInWords(expression);
    case 'In':
      return inInWords(expression);
    case 'Unary':
      return expression.operator === 'not' ? `not (${conditionInWords(expression.operand)})` : valueInWords(expression);
    case 'Call':
      return conditionCallInWords(expression);
    case 'Field':
      return `${expression.name} is true`;
    default:
      return valueInWords(expression);
  }
}

/** A value in words; arithmetic stays as it is written. */
export function valueInWords(expression: Expression): string {
  if (expression.kind === 'Field') return expression.name;
  if (expression.kind === 'Call') return callInWords(expression);
  return printExpression(expression);
}

function binaryInWords(node: Binary): string {
  const { operator, left, right } = node;
  if (operator === 'and' || operator === 'or') {
    return `${partInWords(left, operator)} ${operator} ${partInWords(right, operator)}`;
  }
  const verb = comparisons[operator];
  return verb === undefined ? printExpression(node) : `${valueInWords(left)} ${verb} ${valueInWords(right)}`;
}

const comparisons: Readonly<Partial<Record<Binary['operator'], string>>> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
};

/** Parentheses where and stands in or, or the other way round. */
function partInWords(part: Expression, operator: Binary['operator']): string {
  const isMixed =
    part.kind === 'Binary' && (part.operator === 'and' || part.operator === 'or') && part.operator !== operator;
  return isMixed ? `(${conditionInWords(part)})` : conditionInWords(part);
}

function likeInWords({ value, pattern, negated }: Like): string {
  const subject = valueInWords(value);
  if (pattern.kind === 'RegexLiteral')
    return `${subject} ${negated ? 'does not match' : 'matches'} ${printExpression(pattern)}`;
  return `${subject} ${negated ? 'does not contain' : 'contains'} ${valueInWords(pattern)}`;
}

function inInWords({ value, set, negated }: In): string {
  const subject = `${valueInWords(value)} is`;
  if (set.kind === 'Subquery') return `${subject} ${negated ? 'none' : 'one'} of the values that a subquery finds`;
  if (set.kind !== 'List') return `${subject} ${negated ? 'not in' : 'in'} ${valueInWords(set)}`;
  const words = set.items.map(valueInWords);
  if (words.length < 2) return `${subject}${negated ? ' not' : ''} ${words.join('')}`;
  return negated ? `${subject} neither ${listInWords(words, 'nor')}` : `${subject} ${listInWords(words, 'or')}`;
}

/** Functions whose result is a condition. */
const conditionCalls: Readonly<Record<string, (words: readonly string[]) => string>> = {
  ispresent: ([field]) => `${field} is there`,
  isempty: ([field]) => `${field} is missing or empty`,
  isblank: ([field]) => `${field} is missing or blank`,
  isnumeric: ([field]) => `${field} reads as a number`,
  strcontains: ([field, part]) => `${field} contains ${part}`,
  startswith: ([field, part]) => `${field} begins with ${part}`,
  endswith: ([field, part]) => `${field} ends with ${part}`,
  isipinsubnet: ([field, network]) => `${field} is in the network ${network}`,
  isipv4insubnet: ([field, network]) => `${field} is in the IPv4 network ${network}`,
  isipv6insubnet: ([field, network]) => `${field} is in the IPv6 network ${network}`,
  isprivateip: ([field]) => `${field} is a private address`,
  ispublicip: ([field]) => `${field} is a public address`,
};

function conditionCallInWords(call: Call): string {
  const name = call.name.text.toLowerCase();
  const words = call.args.map(valueInWords);
  return Object.hasOwn(conditionCalls, name) && words.length > 0 ? conditionCalls[name]!(words) : callInWords(call);
}

/** Aggregates, and the functions that make groups of times. */
const callPhrases: Readonly<Record<string, (words: readonly string[]) => string>> = {
  countdistinct: ([field]) => `the number of different values of ${field}`,
  sum: ([field]) => `the sum of ${field}`,
  avg: ([field]) => `the average of ${field}`,
  min: ([field]) => `the smallest ${field}`,
  max: ([field]) => `the largest ${field}`,
  pct: ([field, percent]) => `the ${percent}th percentile of ${field}`,
  stddev: ([field]) => `the standard deviation of ${field}`,
  variance: ([field]) => `the variance of ${field}`,
  earliest: ([field]) => `the ${field} of the earliest event`,
  latest: ([field]) => `the ${field} of the latest event`,
  sortsfirst: ([field]) => `the ${field} that sorts first`,
  sortslast: ([field]) => `the ${field} that sorts last`,
  values: ([field]) => `the different values of ${field}`,
  topk: ([count, field]) => `the ${count} most frequent values of ${field}`,
};

function callInWords(call: Call): string {
  // Under any of its names: count_distinct is countDistinct.
  const name = (findFunction(call.name.text)?.name ?? call.name.text).toLowerCase();
  const words = call.args.map(valueInWords);
  if (name === 'count') return words.length === 0 ? 'the number of events' : `the number of events with ${words[0]!}`;
  if (name === 'bin' || name === 'datefloor') {
    const width = call.args.at(-1);
    if (width?.kind === 'DurationLiteral') return `every ${durationInWords(width)}`;
  }
  return Object.hasOwn(callPhrases, name) && words.length > 0 ? callPhrases[name]!(words) : printExpression(call);
}

/** `5 minutes`, `hour`: behind "every". */
function durationInWords({ amount, unit }: DurationLiteral): string {
  return amount === 1 ? unit : `${amount} ${unit}s`;
}

/** `a, b and c`. */
export function listInWords(words: readonly string[], conjunction = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)!}`;
}
