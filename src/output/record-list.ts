import type { TableColumn, TableRow } from './table-text.ts';
import { pad, textWidth, wrapText } from './text-width.ts';

/** One block a row, a line for each cell that is there: for answers with more columns than the terminal can hold. */
export function* printRecords(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  { width }: { readonly width: number },
): Generator<string> {
  const titleWidth = Math.max(...columns.map(({ title }) => textWidth(title)));
  const cellWidth = Math.max(20, width - titleWidth - 2);
  for (const [index, row] of rows.entries()) {
    const head = `── ${index + 1} `;
    const lines = columns.flatMap(({ title }, column) => {
      const cell = row[column];
      if (cell === undefined) return [];
      return wrapText(cell, cellWidth).map((line, place) =>
        `${pad(place === 0 ? title : '', titleWidth, 'right')}  ${line}`.trimEnd(),
      );
    });
    yield `${[head + '─'.repeat(Math.max(0, Math.min(width, 40) - head.length)), ...lines].join('\n')}\n`;
  }
}
