import { rowObjectPrinter } from '../row-object.ts';
import { shownColumns } from '../shown-columns.ts';
import type { Writer } from '../writer.ts';

/** One JSON object a line. */
export const ndjsonWriter: Writer = {
  name: 'ndjson',
  summary: 'one JSON object a line',
  async *write({ columns, rows }, { showHidden }) {
    const print = rowObjectPrinter(shownColumns(columns, showHidden));
    for await (const batch of rows) {
      if (batch.length > 0) yield `${batch.map(print).join('\n')}\n`;
    }
  },
};
