import { shownColumns } from '../shown-columns.ts';
import type { Writer } from '../writer.ts';

const escapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

/** Tab-separated values with a header line; tabs, line ends and backslashes inside a cell are `\t` `\n` `\r` `\\`. */
export const tsvWriter: Writer = {
  name: 'tsv',
  summary: 'tab-separated values with a header line',
  async *write({ columns, rows }, { showHidden }) {
    const shown = shownColumns(columns, showHidden);
    yield `${shown.map(({ column }) => escape(column.name)).join('\t')}\n`;
    for await (const batch of rows) {
      if (batch.length === 0) continue;
      yield batch.map((row) => `${shown.map(({ index }) => escape(row[index] ?? '')).join('\t')}\n`).join('');
    }
  },
};

function escape(cell: string): string {
  return cell.replace(/[\t\n\r\\]/g, (character) => escapes[character]!);
}
