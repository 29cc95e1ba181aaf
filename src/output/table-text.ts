import type { ColumnNeed } from './column-widths.ts';
import { pad, textWidth, wrapText } from './text-width.ts';

/** A column of a table of texts. */
export interface TableColumn {
  readonly title: string;
  /** Aligned at the right. */
  readonly isRight?: boolean;
  /** Cells are never broken over lines. */
  readonly isRigid?: boolean;
}

export type TableRow = readonly (string | undefined)[];

/** What stands between two columns. */
export const gap = '  ';

/** Rows that become one piece of text. */
const chunkSize = 500;

/** How wide each column wants to be, and how narrow it may get. */
export function columnNeeds(columns: readonly TableColumn[], rows: readonly TableRow[]): readonly ColumnNeed[] {
  return columns.map(({ title, isRigid = false }, index) => {
    let natural = textWidth(title);
    let word = Math.min(natural, 12);
    for (const row of rows) {
      const cell = row[index];
      if (cell === undefined) continue;
      const width = textWidth(cell);
      natural = Math.max(natural, width);
      // Only a wider cell can hold a wider word.
      if (width > word) word = isRigid ? width : Math.max(word, longestWord(cell));
    }
    return { natural, word, isRigid };
  });
}

function longestWord(text: string): number {
  return text.split(' ').reduce((longest, word) => Math.max(longest, textWidth(word)), 0);
}

export interface TableOptions {
  /** What does not fit its column goes on in the next line; else it sticks out. */
  readonly breaksLines: boolean;
  readonly color?: boolean;
}

/** The titles, a rule and the rows. */
export function* printTable(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  widths: readonly number[],
  { breaksLines, color = false }: TableOptions,
): Generator<string> {
  const printRow = (row: TableRow): string =>
    breaksLines ? printWrapped(row, columns, widths) : printLine(row, columns, widths);
  const titles = printRow(columns.map(({ title }) => title));
  yield `${color ? bold(titles) : titles}\n${widths.map((width) => '─'.repeat(width)).join(gap)}\n`;
  for (let start = 0; start < rows.length; start += chunkSize) {
    yield rows
      .slice(start, start + chunkSize)
      .map((row) => `${printRow(row)}\n`)
      .join('');
  }
}

function bold(text: string): string {
  return text.replace(/^.+$/gm, '\u001b[1m$&\u001b[22m');
}

function printWrapped(row: TableRow, columns: readonly TableColumn[], widths: readonly number[]): string {
  const cells = columns.map((_, index) => wrapText(row[index] ?? '', widths[index]!));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    printLine(
      cells.map((lines) => lines[line]),
      columns,
      widths,
    ),
  ).join('\n');
}

function printLine(row: TableRow, columns: readonly TableColumn[], widths: readonly number[]): string {
  const parts = columns.map(({ isRight }, index) =>
    pad(row[index] ?? '', widths[index]!, isRight === true ? 'left' : 'right'),
  );
  return parts.join(gap).trimEnd();
}
