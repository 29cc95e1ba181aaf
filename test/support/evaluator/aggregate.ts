import type { Call, Expression } from '../../../src/language/ast.ts';
import { evaluateExpression } from './expression.ts';
import { extremeText } from './functions.ts';
import { compareText, compareValues } from './order.ts';
import type { Row } from './row.ts';
import { Json, numberOf, textOf, type Value } from './value.ts';

/** The value of an item of stats over the rows of a group. */
export function aggregate(expression: Expression, rows: readonly Row[]): Value {
  if (expression.kind !== 'Call') throw new Error('The second evaluator knows plain aggregates only.');
  const apply = aggregates[expression.name.text.toLowerCase()];
  if (!apply) throw new Error(`The second evaluator does not know ${expression.name.text}.`);
  return apply(groupOf(expression, rows), expression.args);
}

interface Group {
  readonly rows: readonly Row[];
  /** Of the argument, in the order the rows were read, what is missing left out. */
  readonly present: readonly { readonly value: Value; readonly row: Row }[];
  readonly hasArgument: boolean;
}

function groupOf({ args }: Call, rows: readonly Row[]): Group {
  const inReadingOrder = [...rows].sort((a, b) => a.place[0]! - b.place[0]!);
  const present = inReadingOrder.flatMap((row) => {
    const value = args[0] && evaluateExpression(args[0], row);
    return value === undefined ? [] : [{ value, row }];
  });
  return { rows, present, hasArgument: args.length > 0 };
}

type Aggregate = (group: Group, args: readonly Expression[]) => Value;

function ofNumbers(apply: (numbers: readonly number[], args: readonly Expression[]) => number): Aggregate {
  return ({ present }, args) => {
    const numbers = present.map(({ value }) => numberOf(value)).filter((number) => number !== undefined);
    return numbers.length > 0 ? apply(numbers, args) : undefined;
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
const variance = (numbers: readonly number[]): number => {
  const middle = mean(numbers);
  return mean(numbers.map((each) => (each - middle) ** 2));
};

const aggregates: Readonly<Record<string, Aggregate>> = {
  count: ({ rows, present, hasArgument }) => (hasArgument ? present.length : rows.length),
  count_distinct: ({ present }) => new Set(present.map(({ value }) => textOf(value))).size,
  sum: ofNumbers(sum),
  avg: ofNumbers(mean),
  variance: ofNumbers(variance),
  stddev: ofNumbers((numbers) => Math.sqrt(variance(numbers))),
  pct: ofNumbers((numbers, [, percent]) => {
    const sorted = [...numbers].sort((a, b) => a - b);
    const place = ((sorted.length - 1) * (percent as { readonly value: number }).value) / 100;
    const low = sorted[Math.floor(place)]!;
    return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place));
  }),
  min: (group) => extreme('min', group),
  max: (group) => extreme('max', group),
  sortsfirst: ({ present }) => inOrder(present.map(({ value }) => value)).at(0),
  sortslast: ({ present }) => inOrder(present.map(({ value }) => value)).at(-1),
  earliest: ({ present }) => timed(present, (time, best) => time < best),
  latest: ({ present }) => timed(present, (time, best) => time >= best),
  values: ({ present }) => {
    const counts = new Map<string, number>();
    for (const { value } of present) counts.set(textOf(value)!, (counts.get(textOf(value)!) ?? 0) + 1);
    const entries = [...counts].sort(([a, n], [b, m]) => m - n || compareText(a, b));
    return present.length === 0 ? undefined : new Json(entries.map(([text]) => text));
  },
};

/** Of the numbers where there are any, else of the texts. */
function extreme(which: 'min' | 'max', { present }: Group): Value {
  const values = present.map(({ value }) => value);
  if (values.every((value) => value instanceof Date) && values.length > 0) {
    return new Date(Math[which](...values.map((value) => numberOf(value)!)));
  }
  const numbers = values.map(numberOf).filter((number) => number !== undefined);
  return numbers.length > 0
    ? Math[which](...numbers)
    : extremeText(
        values.map((value) => textOf(value)!),
        which,
      );
}

function inOrder(values: readonly Value[]): Value[] {
  return [...values].sort((a, b) => compareValues(a, b, 1));
}

/** The value beside the time that no other beats; a time itself is told as a number. */
function timed(present: Group['present'], beats: (time: number, best: number) => boolean): Value {
  let best: Group['present'][number] | undefined;
  for (const each of present) {
    if (!best || beats(timeOf(each.row), timeOf(best.row))) best = each;
  }
  return best?.value instanceof Date ? best.value.getTime() : best?.value;
}

function timeOf({ fields }: Row): number {
  return numberOf(fields.get('@timestamp'))!;
}
