import type { Binary, Expression, Field, Query } from '../../src/language/ast.ts';
import type { Command, Item, ParseGlob, SortCommand, StatsCommand } from '../../src/language/command-nodes.ts';
import { columnNameOf } from '../../src/language/column-name.ts';

/** A value of the second evaluator; `undefined` is missing. */
export type Value = string | number | boolean | undefined;

type Row = Map<string, Value>;

/** Rows in order; `groups` when they are no events any more. */
interface State {
  rows: Row[];
  isSorted: boolean;
  isGrouped: boolean;
}

/**
 * Runs a query row by row, with nothing in common with the SQL: what the engine is held against. Knows the classic
 * commands on JSON events without times.
 */
export function evaluate(query: Query, events: readonly string[], columns: readonly string[]): (string | null)[][] {
  const state: State = { rows: events.map(eventRow), isSorted: false, isGrouped: false };
  for (const command of query.commands) apply(command, state);
  return state.rows.slice(0, 10_000).map((row) => columns.map((name) => cell(row.get(name)) ?? null));
}

function eventRow(message: string): Row {
  const row: Row = new Map([['@message', message]]);
  let event: unknown;
  try {
    event = JSON.parse(message);
  } catch {
    return row;
  }
  for (const [key, value] of Object.entries(event as Record<string, unknown>)) {
    if (typeof value === 'boolean') row.set(key, value ? '1' : '0');
    else if (typeof value === 'string' || typeof value === 'number') row.set(key, String(value));
  }
  return row;
}

function apply(command: Command, state: State): void {
  switch (command.kind) {
    case 'FieldsCommand':
    case 'DisplayCommand':
      for (const row of state.rows) define(command.items, row);
      return;
    case 'FilterCommand':
      state.rows = state.rows.filter((row) => truth(value(command.condition, row)) === true);
      return;
    case 'ParseCommand':
      for (const row of state.rows) parseGlob(command.mode as ParseGlob, textOf(row.get('@message')), row);
      return;
    case 'SortCommand':
      return sort(command, state);
    case 'LimitCommand':
      state.rows = state.rows.slice(0, (command.count as { readonly value: number }).value);
      return;
    case 'DedupCommand':
      return dedup(command.fields as readonly Field[], state);
    case 'StatsCommand':
      return stats(command, state);
    default:
      throw new Error(`The second evaluator does not know ${command.kind}.`);
  }
}

function define(items: readonly Item[], row: Row): void {
  for (const item of items) row.set(columnNameOf(item), value(item.expression, row));
}

// Values

const numeric = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

function numberOf(of: Value): number | undefined {
  if (typeof of === 'number') return of;
  if (typeof of === 'boolean') return of ? 1 : 0;
  return of !== undefined && numeric.test(of) ? Number(of) : undefined;
}

function textOf(of: Value): string | undefined {
  return cell(of);
}

function cell(of: Value): string | undefined {
  if (typeof of === 'boolean') return of ? '1' : '0';
  if (typeof of !== 'number') return of;
  if (!Number.isFinite(of)) return undefined;
  return String(Number.isInteger(of) ? of : Number(of.toFixed(4)) + 0);
}

function truth(of: Value): boolean | undefined {
  if (of === undefined || typeof of === 'boolean') return of;
  return of === 'true' || (numberOf(of) ?? 0) !== 0;
}

function value(expression: Expression, row: Row): Value {
  switch (expression.kind) {
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return expression.value;
    case 'Field':
      return row.get(expression.name);
    case 'Unary': {
      const operand = value(expression.operand, row);
      if (expression.operator === '-') return negative(numberOf(operand));
      const known = truth(operand);
      return known === undefined ? undefined : !known;
    }
    case 'Binary':
      return binary(expression, row);
    case 'Like': {
      const text = textOf(value(expression.value, row));
      const wanted = (expression.pattern as { readonly value: string }).value;
      const found = text === undefined ? undefined : text.includes(wanted);
      return expression.negated ? found !== true : found;
    }
    case 'In': {
      const needle = value(expression.value, row);
      const items = (expression.set as { readonly items: readonly Expression[] }).items.map((item) => value(item, row));
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

function binary({ operator, left, right }: Binary, row: Row): Value {
  const [a, b] = [value(left, row), value(right, row)];
  switch (operator) {
    case 'and': {
      const both = [truth(a), truth(b)];
      return both.includes(false) ? false : both.includes(undefined) ? undefined : true;
    }
    case 'or': {
      const both = [truth(a), truth(b)];
      return both.includes(true) ? true : both.includes(undefined) ? undefined : false;
    }
    case '=':
      return equal(a, b);
    case '!=':
      return equal(a, b) !== true;
    case '<':
      return before(a, b, (order) => order < 0, [left, right]);
    case '<=':
      return before(a, b, (order) => order <= 0, [left, right]);
    case '>':
      return before(a, b, (order) => order > 0, [left, right]);
    case '>=':
      return before(a, b, (order) => order >= 0, [left, right]);
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
  const isWord = sides.some((side) => side.kind === 'StringLiteral' && !numeric.test(side.value));
  const isNumber = [a, b].some((side) => typeof side !== 'string') || sides.some((side) => isNumberLiteral(side));
  if (isNumber && !isWord) return false;
  return test(naturalOrder(textOf(a)!, textOf(b)!));
}

function isNumberLiteral(side: Expression): boolean {
  return side.kind === 'NumberLiteral' || (side.kind === 'StringLiteral' && numeric.test(side.value));
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
    default:
      throw new Error(`The second evaluator does not know ${operator}.`);
  }
}

// Order

/** Texts before numbers, numbers by value, texts run by run: digit runs by length and value, others by code point. */
export function naturalOrder(a: string, b: string): number {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== undefined && y !== undefined) return x - y || compareText(a, b);
  if (x !== undefined || y !== undefined) return x === undefined ? -1 : 1;
  const [left, right] = [runs(a), runs(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compareRuns(left[index]!, right[index]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function runs(text: string): string[] {
  return text.match(/[0-9]+|[^0-9]+/g) ?? [];
}

function compareRuns(a: string, b: string): number {
  const areDigits = /^[0-9]/.test(a) && /^[0-9]/.test(b);
  return areDigits ? a.length - b.length || compareText(a, b) : compareText(a, b);
}

function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function compareValues(a: Value, b: Value, direction: number): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
  return direction * naturalOrder(textOf(a)!, textOf(b)!);
}

function sort({ keys }: SortCommand, state: State): void {
  if (state.isGrouped && !state.isSorted) state.rows.sort(byPlainKeys);
  const keyed = state.rows.map((row) => ({ row, values: keys.map((key) => value(key.expression, row)) }));
  keyed.sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const order = compareValues(a.values[index], b.values[index], key.direction === 'desc' ? -1 : 1);
      if (order !== 0) return order;
    }
    return 0;
  });
  state.rows = keyed.map(({ row }) => row);
  state.isSorted = true;
}

// Groups

const groupKeys = new WeakMap<Row, readonly Value[]>();

function byPlainKeys(a: Row, b: Row): number {
  const [left, right] = [groupKeys.get(a)!, groupKeys.get(b)!];
  for (const [index, key] of left.entries()) {
    const [x, y] = [textOf(key), textOf(right[index])];
    if (x === undefined || y === undefined) {
      if (x !== y) return x === undefined ? 1 : -1;
    } else if (x !== y) return compareText(x, y);
  }
  return 0;
}

function dedup(fields: readonly Field[], state: State): void {
  const seen = new Set<string>();
  state.rows = state.rows.filter((row) => {
    const values = fields.map(({ name }) => textOf(row.get(name)));
    if (values.includes(undefined)) return true;
    const key = JSON.stringify(values);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function stats({ items, by }: StatsCommand, state: State): void {
  const groups = new Map<string, { readonly keys: Value[]; readonly rows: Row[] }>();
  if (by.length === 0) groups.set('', { keys: [], rows: [] });
  for (const row of state.rows) {
    const keys = by.map((item) => value(item.expression, row));
    const name = JSON.stringify(keys.map((key) => textOf(key) ?? null));
    const group = groups.get(by.length === 0 ? '' : name) ?? { keys, rows: [] };
    groups.set(by.length === 0 ? '' : name, group);
    group.rows.push(row);
  }
  state.rows = [...groups.values()].map(({ keys, rows }) => {
    const made: Row = new Map(by.map((item, index) => [columnNameOf(item), keys[index]]));
    for (const item of items) made.set(columnNameOf(item), aggregate(item.expression, rows));
    groupKeys.set(made, keys);
    return made;
  });
  state.rows.sort((a, b) => {
    const [left, right] = [groupKeys.get(a)!, groupKeys.get(b)!];
    for (const [index, key] of left.entries()) {
      const order = compareValues(key, right[index], 1);
      if (order !== 0) return order;
    }
    return 0;
  });
  state.isGrouped = true;
  state.isSorted = false;
}

function aggregate(expression: Expression, rows: readonly Row[]): Value {
  if (expression.kind !== 'Call') throw new Error('The second evaluator knows plain aggregates only.');
  const [argument] = expression.args;
  const values = argument ? rows.map((row) => value(argument, row)) : [];
  const present = values.filter((each) => each !== undefined);
  const numbers = present.map(numberOf).filter((each) => each !== undefined);
  const sum = numbers.length === 0 ? undefined : numbers.reduce((total, each) => total + each, 0);
  switch (expression.name.text) {
    case 'count':
      return argument ? present.length : rows.length;
    case 'count_distinct':
      return new Set(present.map(textOf)).size;
    case 'sum':
      return sum;
    case 'avg':
      return sum === undefined ? undefined : sum / numbers.length;
    case 'min':
      return numbers.length > 0 ? Math.min(...numbers) : inOrder(present).at(0);
    case 'max':
      return numbers.length > 0 ? Math.max(...numbers) : inOrder(present).at(-1);
    default:
      throw new Error(`The second evaluator does not know ${expression.name.text}.`);
  }
}

function inOrder(values: readonly Value[]): string[] {
  return values.map((each) => textOf(each)!).sort(naturalOrder);
}

// Parse

/** The unanchored lazy regular expression that a glob means; its last star takes the rest. */
function parseGlob({ pattern, names }: ParseGlob, text: string | undefined, row: Row): void {
  const written = (pattern as { readonly value: string }).value.split('*');
  const literals = written.length === 1 ? [...written, ''] : written;
  const source = literals.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const last = literals.at(-1) === '';
  const regex = source.reduce((all, part, index) => {
    if (index === 0) return part === '' ? '^' : part;
    return `${all}${last && index === source.length - 1 ? '(.*)' : '(.*?)'}${part}`;
  }, '');
  const match = text === undefined ? null : new RegExp(regex, 's').exec(text);
  names.forEach((name, index) => row.set((name as { readonly text: string }).text, match?.[index + 1]));
}
