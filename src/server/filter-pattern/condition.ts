import { comparison, type ComparisonOperator, type Operand } from './comparison.ts';
import { invalidPattern, patternExpression } from './invalid-pattern.ts';

/** A claim about something read from an event. */
export type Condition<Subject> = (subject: Subject) => boolean;

/** What a comparison looks at, and how it is written. */
export interface ConditionSyntax<Subject> {
  /** Matches the left side at the place. */
  readonly selector: RegExp;
  /** The value under a left side; `undefined` where the event lacks it. */
  readonly select: (selector: string, subject: Subject) => unknown;
}

/**
 * condition = and ("||" and)*  ·  and = primary ("&&" primary)*  ·  primary = "(" condition ")" | comparison
 * comparison = selector (operator operand | "IS" ("NULL" | "TRUE" | "FALSE") | "NOT" "EXISTS")
 */
export function parseCondition<Subject>(
  text: string,
  syntax: ConditionSyntax<Subject>,
  pattern: string,
): Condition<Subject> {
  let place = 0;
  const condition = either();
  if (take(/$/) === undefined) throw invalidPattern(pattern, `cannot read "${text.slice(place).trim()}"`);
  return condition;

  function either(): Condition<Subject> {
    const alternatives = [both()];
    while (take(/\|\|/)) alternatives.push(both());
    return (subject) => alternatives.some((alternative) => alternative(subject));
  }

  function both(): Condition<Subject> {
    const parts = [primary()];
    while (take(/&&/)) parts.push(primary());
    return (subject) => parts.every((part) => part(subject));
  }

  function primary(): Condition<Subject> {
    if (!take(/\(/)) return claim();
    const inner = either();
    if (!take(/\)/)) throw invalidPattern(pattern, 'a parenthesis is not closed');
    return inner;
  }

  function claim(): Condition<Subject> {
    const selector = take(syntax.selector);
    if (selector === undefined) throw invalidPattern(pattern, `cannot read "${text.slice(place).trim()}"`);
    const value = (subject: Subject): unknown => syntax.select(selector, subject);
    if (take(/NOT\s+EXISTS\b/i)) return (subject) => value(subject) === undefined;
    if (take(/IS\s+NULL\b/i)) return (subject) => value(subject) === null;
    if (take(/IS\s+TRUE\b/i)) return (subject) => value(subject) === true;
    if (take(/IS\s+FALSE\b/i)) return (subject) => value(subject) === false;
    const operator = take(/!=|<=|>=|=|<|>/) as ComparisonOperator | undefined;
    if (operator === undefined) throw invalidPattern(pattern, `"${selector}" is compared with nothing`);
    const compare = comparison(operator, operand(selector));
    return (subject) => {
      const found = value(subject);
      return (typeof found === 'string' || typeof found === 'number') && compare(found);
    };
  }

  function operand(selector: string): Operand {
    const quoted = take(/"(?:[^"\\]|\\.)*"/);
    if (quoted !== undefined) return { text: quoted.slice(1, -1).replace(/\\(.)/g, '$1'), isQuoted: true };
    const expression = take(/%(?:[^%\\]|\\.)*%/);
    if (expression !== undefined) {
      return { text: expression, isQuoted: false, expression: patternExpression(expression.slice(1, -1), pattern) };
    }
    const word = take(/[^\s"&|(){}[\],]+/);
    if (word === undefined) throw invalidPattern(pattern, `"${selector}" is compared with nothing`);
    return { text: word, isQuoted: false };
  }

  function take(expression: RegExp): string | undefined {
    const match = new RegExp(`\\s*(${expression.source})`, `${expression.flags.replace('y', '')}y`);
    match.lastIndex = place;
    const found = match.exec(text);
    if (!found) return undefined;
    place = match.lastIndex;
    return found[1];
  }
}
