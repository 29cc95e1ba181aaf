import type { Column } from '../results/result.ts';

/** A cell as people read it: `6 TCP` where the column knows a name for `6`. */
export function labelledCell(column: Column, cell: string): string {
  const label = column.label?.(cell);
  return label === undefined ? cell : `${cell} ${label}`;
}

/** Numbers stand at the right so that their digits line up; a name behind them makes them words. */
export function isRightAligned(column: Column): boolean {
  return column.type === 'number' && column.label === undefined;
}
