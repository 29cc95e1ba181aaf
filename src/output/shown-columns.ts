import type { Column, Row } from '../results/result.ts';

/** A column that is written, and where its cells stand in a row. */
export interface ShownColumn {
  readonly column: Column;
  readonly index: number;
}

/** The columns to write, in the order of the query. */
export function shownColumns(columns: readonly Column[], showHidden = false): readonly ShownColumn[] {
  return columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => showHidden || column.hidden !== true);
}

/** The cells of a row that are written. */
export function shownCells(row: Row, shown: readonly ShownColumn[]): Row {
  return shown.map(({ index }) => row[index]);
}
