/** A value to compare with, as the pattern writes it. */
export interface Operand {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly expression?: RegExp;
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Whether a text or number of an event compares so with the operand; `*` in the operand stands for any text. */
export function comparison(operator: ComparisonOperator, operand: Operand): (value: string | number) => boolean {
  const equals = equality(operand);
  const number = operand.isQuoted ? undefined : numberOf(operand.text);
  switch (operator) {
    case '=':
      return equals;
    case '!=':
      return (value) => !equals(value);
    case '<':
      return ordered(number, (left, right) => left < right);
    case '<=':
      return ordered(number, (left, right) => left <= right);
    case '>':
      return ordered(number, (left, right) => left > right);
    case '>=':
      return ordered(number, (left, right) => left >= right);
  }
}

function equality({ text, isQuoted, expression }: Operand): (value: string | number) => boolean {
  if (expression) return (value) => expression.test(String(value));
  const number = isQuoted ? undefined : numberOf(text);
  if (number !== undefined) return (value) => numberOf(value) === number;
  if (!text.includes('*')) return (value) => String(value) === text;
  const wild = new RegExp(`^${text.split('*').map(escaped).join('[^]*')}$`);
  return (value) => wild.test(String(value));
}

/** Only numbers have an order. */
function ordered(
  right: number | undefined,
  compare: (left: number, right: number) => boolean,
): (value: string | number) => boolean {
  return (value) => {
    const left = numberOf(value);
    return left !== undefined && right !== undefined && compare(left, right);
  };
}

function numberOf(value: string | number): number | undefined {
  if (typeof value === 'number') return value;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(value) ? Number(value) : undefined;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
