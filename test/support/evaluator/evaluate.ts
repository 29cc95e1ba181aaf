import type { Field, Query } from '../../../src/language/ast.ts';
import { columnNameOf } from '../../../src/language/column-name.ts';
import type {
  AccumCommand,
  AddtotalsCommand,
  AutoregressCommand,
  Command,
  FilldownCommand,
  Item,
  SortCommand,
  StatsCommand,
} from '../../../src/language/command-nodes.ts';
import { aggregate } from './aggregate.ts';
import { evaluateExpression } from './expression.ts';
import { compareLists, comparePlain, compareValues } from './order.ts';
import { parseRow } from './parse.ts';
import { eventRow, parsed, Row } from './row.ts';
import { floorTime } from './time.ts';
import { cellOf, Json, numberOf, textOf, truthOf, valueOfJson, type Value } from './value.ts';

/** An event as it was logged; without a time, the source has none. */
export interface TestEvent {
  readonly message: string;
  readonly time?: number;
}

/** What a query answers. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Rows in order. */
interface State {
  rows: Row[];
  isSorted: boolean;
  isGrouped: boolean;
  columns: readonly string[];
  /** What was chosen of the columns: nothing yet, by fields, by display, or all that stats made. */
  choice: 'default' | 'fields' | 'display' | 'all';
}

/**
 * Runs a query row by row, with nothing in common with the SQL: what the engine is held against. Knows the classic
 * commands and some others, on JSON events and plain text, with times or without.
 */
export function evaluate(query: Query, events: readonly TestEvent[]): Answer {
  const rows = events.map(({ message, time }, index) => eventRow(message, index, time));
  rows.sort((a, b) => timeOf(b) - timeOf(a));
  const state: State = {
    rows,
    isSorted: false,
    isGrouped: false,
    columns: ['@timestamp', '@message'],
    choice: 'default',
  };
  for (const command of query.commands) apply(command, state);
  const cells = state.rows
    .slice(0, 10_000)
    .map((row) => state.columns.map((name) => cellOf(fieldOf(name, row)) ?? null));
  return { columns: state.columns, rows: cells };
}

function timeOf({ fields }: Row): number {
  return numberOf(fields.get('@timestamp')) ?? 0;
}

function fieldOf(name: string, row: Row): Value {
  return row.get({ kind: 'Field', name, segments: [{ text: name }], span: { start: 0, end: 0 } });
}

function apply(command: Command, state: State): void {
  switch (command.kind) {
    case 'FieldsCommand':
    case 'DisplayCommand':
      for (const row of state.rows) define(command.items, row);
      return choose(command.kind === 'FieldsCommand' ? 'fields' : 'display', command.items, state);
    case 'FilterCommand':
      state.rows = state.rows.filter((row) => truthOf(evaluateExpression(command.condition, row)) === true);
      return;
    case 'ParseCommand':
      state.rows = state.rows.flatMap((row) => parseRow(command, row));
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
    case 'UnnestCommand': {
      const name = (command.name as { readonly text: string }).text;
      state.rows = state.rows.flatMap((row) =>
        elementsOf(evaluateExpression(command.expression, row)).map((element, index) => row.with(name, element, index)),
      );
      return;
    }
    case 'ExpandCommand': {
      const field = command.field as Field;
      state.rows = state.rows.flatMap((row) => {
        const list = parsed(textOf(row.get(field)) ?? '');
        const elements = Array.isArray(list) ? list.map(valueOfJson) : [row.get(field)];
        return elements.map((element, index) => row.with(field.name, element, index));
      });
      return;
    }
    case 'AccumCommand':
      return accum(command, state);
    case 'AutoregressCommand':
      return autoregress(command, state);
    case 'FilldownCommand':
      return filldown(command, state);
    case 'AddtotalsCommand':
      return addtotals(command, state);
    default:
      throw new Error(`The second evaluator does not know ${command.kind}.`);
  }
}

function choose(choice: 'fields' | 'display', items: readonly Item[], state: State): void {
  const names = items.map(columnNameOf);
  if (choice === 'fields' && state.choice === 'display') return;
  state.columns = [...new Set(choice === 'fields' && state.choice === 'fields' ? [...state.columns, ...names] : names)];
  state.choice = choice;
}

/** A column that a command makes and shows. */
function show(name: string, state: State): void {
  state.columns = [...new Set([...state.columns, name])];
  if (state.choice === 'default') state.choice = 'fields';
}

/** Entries may use those before them. */
function define(items: readonly Item[], row: Row): void {
  for (const item of items) row.fields.set(columnNameOf(item), evaluateExpression(item.expression, row));
}

/** A map or a plain value is a list of one; a missing value has no element. */
function elementsOf(list: Value): Value[] {
  if (list instanceof Json && Array.isArray(list.content)) return list.content.map(valueOfJson);
  if (list instanceof Json) return [valueOfJson(list.content)];
  return list === undefined ? [] : [textOf(list)];
}

function sort({ keys }: SortCommand, state: State): void {
  if (!state.isSorted) {
    state.rows.sort((a, b) =>
      state.isGrouped
        ? compareLists(a.keys, b.keys, comparePlain)
        : compareLists(a.place, b.place, (left, right) => left - right),
    );
  }
  const keyed = state.rows.map((row) => ({ row, values: keys.map((key) => evaluateExpression(key.expression, row)) }));
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

function dedup(fields: readonly Field[], state: State): void {
  const seen = new Set<string>();
  state.rows = state.rows.filter((row) => {
    const values = fields.map((field) => textOf(row.get(field)));
    if (values.includes(undefined)) return true;
    const key = JSON.stringify(values);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function stats({ items, by, offset }: StatsCommand, state: State): void {
  const groups = new Map<string, { readonly keys: Value[]; readonly rows: Row[] }>();
  if (by.length === 0) groups.set('[]', { keys: [], rows: [] });
  for (const row of state.rows) {
    const keys = by.map((item) => groupKey(item, row, offset));
    const name = JSON.stringify(keys.map((key) => textOf(key) ?? null));
    const group = groups.get(name) ?? { keys, rows: [] };
    groups.set(name, group);
    group.rows.push(row);
  }
  state.rows = [...groups.values()].map(({ keys, rows }) => {
    const named = by.map((item, index) => [columnNameOf(item), keys[index]] as const);
    return new Row(
      [...named, ...items.map((item) => [columnNameOf(item), aggregate(item.expression, rows)] as const)],
      [],
      keys,
    );
  });
  state.rows.sort((a, b) => compareLists(a.keys, b.keys, (left, right) => compareValues(left, right, 1)));
  state.isGrouped = true;
  state.isSorted = false;
  state.columns = [...by, ...items].map(columnNameOf);
  state.choice = 'all';
}

function groupKey({ expression }: Item, row: Row, offset: StatsCommand['offset']): Value {
  if (expression.kind !== 'Call' || expression.name.text !== 'bin') return evaluateExpression(expression, row);
  const period = expression.args[0]!;
  if (period.kind !== 'DurationLiteral') throw new Error('The second evaluator knows bin of a period only.');
  const shift = offset ? Number((offset as { readonly amount: number }).amount) * 60_000 : 0;
  return floorTime(new Date(timeOf(row)), period, shift);
}

// Commands over rows in order

function accum({ field, alias }: AccumCommand, state: State): void {
  const name = (alias as { readonly text: string }).text;
  let total: number | undefined;
  for (const row of state.rows) {
    const number = numberOf(row.get(field as Field));
    if (number !== undefined) total = (total ?? 0) + number;
    row.fields.set(name, total);
  }
  show(name, state);
}

function autoregress({ field, from, to }: AutoregressCommand, state: State): void {
  const values = state.rows.map((row) => row.get(field as Field));
  for (let back = from!.value; back <= (to ?? from)!.value; back++) {
    const name = `${(field as Field).name}_p${back}`;
    state.rows.forEach((row, index) => row.fields.set(name, values[index - back]));
    show(name, state);
  }
}

function filldown({ patterns }: FilldownCommand, state: State): void {
  for (const { text } of patterns) {
    let last: Value;
    for (const row of state.rows) {
      last = fieldOf(text, row) ?? last;
      row.fields.set(text, last);
    }
  }
}

/** Sums of named fields; with col=true in a last row too. */
function addtotals({ fields, options }: AddtotalsCommand, state: State): void {
  const names = fields.map((field) => (field as Field).name);
  for (const row of state.rows) {
    row.fields.set(
      'Total',
      names.reduce((total, name) => total + (numberOf(fieldOf(name, row)) ?? 0), 0),
    );
  }
  show('Total', state);
  if (!options.some(({ name }) => name.text === 'col')) return;
  const sums = [...names, 'Total'].map((name) => {
    const numbers = state.rows.map((row) => numberOf(fieldOf(name, row))).filter((number) => number !== undefined);
    return [name, numbers.length > 0 ? numbers.reduce((total, each) => total + each) : undefined] as const;
  });
  state.rows.push(new Row(sums, [Infinity]));
}
