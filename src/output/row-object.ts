import type { Row } from '../results/result.ts';
import type { ShownColumn } from './shown-columns.ts';

/** Makes the JSON object of a row: a missing cell is left out, a number column holds numbers. */
export function rowObjectPrinter(shown: readonly ShownColumn[]): (row: Row) => string {
  // Printed by hand: a key such as `__proto__` or `1` would not keep its place in a JavaScript object.
  const keys = distinctNames(shown.map(({ column }) => column.name)).map((name) => `${JSON.stringify(name)}:`);
  return (row) => {
    const members: string[] = [];
    shown.forEach(({ column, index }, place) => {
      const cell = row[index];
      if (cell !== undefined)
        members.push(keys[place]! + (column.type === 'number' ? numberText(cell) : JSON.stringify(cell)));
    });
    return `{${members.join(',')}}`;
  };
}

/** The number a cell means, or the cell as a string where a number would not say the same (`1.50`, 20 digits, `-`). */
function numberText(cell: string): string {
  const value = Number(cell);
  return Number.isFinite(value) && String(value) === cell ? cell : JSON.stringify(cell);
}

/** An object has one place for a name: the second column `a` is called `a (2)`. */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    let distinct = name;
    for (let count = 2; seen.has(distinct) || (distinct !== name && taken.has(distinct)); count++) {
      distinct = `${name} (${count})`;
    }
    seen.add(distinct);
    return distinct;
  });
}
