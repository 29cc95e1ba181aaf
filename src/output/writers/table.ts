import type { QueryResult } from '../../results/result.ts';
import { fitWidths } from '../column-widths.ts';
import { isRightAligned, labelledCell } from '../labelled-cell.ts';
import { printRecords } from '../record-list.ts';
import { shownColumns } from '../shown-columns.ts';
import { columnNeeds, gap, printTable, type TableColumn } from '../table-text.ts';
import { visibleText } from '../visible-text.ts';
import type { Writer, WriterOptions } from '../writer.ts';

/** Off a terminal every row stays on its line; a longer cell sticks out, for one line of 1 MB must not pad all others. */
const widestPadding = 300;

/** A table for people. Where its columns cannot stand side by side, one block a row. */
export const tableWriter: Writer = {
  name: 'table',
  summary: 'a table that fits the terminal',
  async *write(result, options) {
    const { columns, rows } = await readTable(result, options);
    if (rows.length === 0) {
      yield 'No rows.\n';
      return;
    }
    const needs = columnNeeds(columns, rows);
    if (!options.isTerminal) {
      const widths = needs.map(({ natural }) => Math.min(natural, widestPadding));
      yield* printTable(columns, rows, widths, { breaksLines: false });
      return;
    }
    const widths = fitWidths(needs, options.width - gap.length * (columns.length - 1));
    yield* widths
      ? printTable(columns, rows, widths, { breaksLines: true, ...options })
      : printRecords(columns, rows, options);
  },
};

/** The whole answer as shown text: the width of a column is known when its last cell is. */
async function readTable(
  result: Pick<QueryResult, 'columns' | 'rows'>,
  { showHidden }: WriterOptions,
): Promise<{ columns: readonly TableColumn[]; rows: readonly (readonly (string | undefined)[])[] }> {
  const shown = shownColumns(result.columns, showHidden);
  const rows: (string | undefined)[][] = [];
  for await (const batch of result.rows) {
    for (const row of batch) {
      rows.push(
        shown.map(({ column, index }) => {
          const cell = row[index];
          return cell === undefined ? undefined : visibleText(labelledCell(column, cell));
        }),
      );
    }
  }
  const columns = shown.map(({ column }) => ({
    title: visibleText(column.name),
    isRight: isRightAligned(column),
    isRigid: column.type === 'number' || column.type === 'timestamp',
  }));
  return { columns, rows };
}
