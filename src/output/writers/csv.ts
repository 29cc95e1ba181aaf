import { shownCells, shownColumns } from '../shown-columns.ts';
import type { Writer } from '../writer.ts';

/**
 * Comma-separated values with a header line, quoted as RFC 4180 says. A missing cell is empty, an empty string `""`.
 * Lines end in a line feed alone: line tools would take a carriage return for a part of the last cell.
 */
export const csvWriter: Writer = {
  name: 'csv',
  summary: 'comma-separated values with a header line',
  async *write({ columns, rows }, { showHidden }) {
    const { stringify } = await import('csv-stringify/sync');
    const shown = shownColumns(columns, showHidden);
    const print = (cells: readonly (readonly (string | undefined)[])[]): string =>
      stringify(cells as string[][], { quoted_match: /^$|^\s|\s$/ });
    yield print([shown.map(({ column }) => column.name)]);
    for await (const batch of rows) {
      if (batch.length === 0) continue;
      // A lone missing cell would make an empty line, which readers skip.
      if (shown.length === 1) yield print(batch.map((row) => [row[shown[0]!.index] ?? '']));
      else yield print(batch.map((row) => shownCells(row, shown)));
    }
  },
};
