import { isRightAligned, labelledCell } from '../labelled-cell.ts';
import { shownColumns } from '../shown-columns.ts';
import { visibleText } from '../visible-text.ts';
import type { Writer } from '../writer.ts';

/** A table for GitHub and its kin. Text of a cell never acts as markup. */
export const markdownWriter: Writer = {
  name: 'markdown',
  summary: 'a table for GitHub and its kin',
  async *write({ columns, rows }, { showHidden }) {
    const shown = shownColumns(columns, showHidden);
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
    yield line(shown.map(({ column }) => escape(column.name)));
    yield line(shown.map(({ column }) => (isRightAligned(column) ? '---:' : '---')));
    for await (const batch of rows) {
      if (batch.length === 0) continue;
      yield batch
        .map((row) =>
          line(
            shown.map(({ column, index }) => {
              const cell = row[index];
              return cell === undefined ? '' : escape(labelledCell(column, cell));
            }),
          ),
        )
        .join('');
    }
  },
};

/** A line break becomes `<br>`, which is the only one a cell can hold; an underscore inside a word means nothing. */
function escape(cell: string): string {
  return cell
    .split(/\r\n|\n|\r/)
    .map((line) =>
      visibleText(line)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/[\\`*[\]|~>#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&'),
    )
    .join('<br>');
}
