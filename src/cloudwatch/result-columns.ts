import type { Column, Row } from '../results/result.ts';
import type { ServiceRow } from './pages.ts';

/** The columns analysis promised, then the fields that came beside them, in the order of their appearance. */
export function withUnforeseenColumns(columns: readonly Column[], rows: Iterable<ServiceRow>): readonly Column[] {
  const names = new Set(columns.map((column) => column.name));
  const unforeseen: Column[] = [];
  for (const row of rows) {
    for (const { field } of row) {
      if (field === undefined || names.has(field)) continue;
      names.add(field);
      unforeseen.push(unforeseenColumn(field));
    }
  }
  // Hidden columns stay last, where the service puts them.
  const all = [...columns, ...unforeseen];
  return [...all.filter((column) => !column.hidden), ...all.filter((column) => column.hidden)];
}

function unforeseenColumn(name: string): Column {
  if (name === '@ptr') return { name, type: 'string', hidden: true };
  return { name, type: name === '@timestamp' || name === '@ingestionTime' ? 'timestamp' : 'string' };
}

/** Puts the fields of a row under their columns; a missing field is an absent cell. */
export class RowReader {
  /** Fields that have no column, with the number of rows that have them. */
  readonly homeless = new Map<string, number>();
  readonly #places: ReadonlyMap<string, number>;

  constructor(columns: readonly Column[]) {
    this.#places = new Map(columns.map((column, place) => [column.name, place]));
  }

  read(fields: ServiceRow): Row {
    const row = new Array<string | undefined>(this.#places.size).fill(undefined);
    for (const { field, value } of fields) {
      if (field === undefined) continue;
      const place = this.#places.get(field);
      if (place === undefined) this.homeless.set(field, (this.homeless.get(field) ?? 0) + 1);
      else row[place] = value;
    }
    return row;
  }
}
