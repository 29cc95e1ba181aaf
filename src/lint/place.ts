import type { Binary, Expression, Field, In, Like, StringLiteral } from '../language/ast.ts';
import type { Command } from '../language/command-nodes.ts';
import type { Span } from '../text/source.ts';

/** The first word of a command: its name. */
export function keywordSpan(command: Command, text: string): Span {
  const word = /^\$?[\w]*/.exec(text.slice(command.span.start, command.span.end))![0];
  return { start: command.span.start, end: command.span.start + Math.max(1, word.length) };
}

/** A field next to a value it is compared with. */
export interface ComparedValue {
  readonly field: Field;
  readonly value: Expression;
  readonly operator: Binary['operator'] | 'in' | Like['operator'];
  readonly negated: boolean;
}

/** The field and the values of a comparison; nothing where neither side is a field. */
export function comparedValues(node: Binary | In | Like): ComparedValue[] {
  switch (node.kind) {
    case 'Binary':
      return isComparison(node.operator) ? pairsOf(node) : [];
    case 'In': {
      const { value: field, set, negated } = node;
      if (field.kind !== 'Field' || set.kind !== 'List') return [];
      return set.items.map((value) => ({ field, value, operator: 'in', negated }));
    }
    case 'Like': {
      const { value: field, pattern: value, operator, negated } = node;
      return field.kind === 'Field' ? [{ field, value, operator, negated }] : [];
    }
  }
}

export function isComparison(operator: Binary['operator']): boolean {
  return ['=', '!=', '<', '<=', '>', '>='].includes(operator);
}

export function isOrder(operator: string): boolean {
  return ['<', '<=', '>', '>='].includes(operator);
}

/** `=`, `!=` and `in`: the whole value counts. */
export function isEquality(operator: string): boolean {
  return ['=', '!=', 'in'].includes(operator);
}

export function isString(expression: Expression): expression is StringLiteral {
  return expression.kind === 'StringLiteral';
}

function pairsOf({ left, right, operator }: Binary): ComparedValue[] {
  const negated = operator === '!=';
  if (left.kind === 'Field' && right.kind === 'Field') return [{ field: left, value: right, operator, negated }];
  if (left.kind === 'Field') return [{ field: left, value: right, operator, negated }];
  return right.kind === 'Field' ? [{ field: right, value: left, operator, negated }] : [];
}

/** A list of names as a sentence has it: `"a", "b" and "c"`. */
export function namesInWords(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)!}`;
}
