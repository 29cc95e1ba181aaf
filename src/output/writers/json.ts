import { rowObjectPrinter } from '../row-object.ts';
import { shownColumns } from '../shown-columns.ts';
import type { Writer } from '../writer.ts';

/** One array of row objects, a row on a line. */
export const jsonWriter: Writer = {
  name: 'json',
  summary: 'one JSON array of row objects',
  async *write({ columns, rows }, { showHidden }) {
    const print = rowObjectPrinter(shownColumns(columns, showHidden));
    let before = '[\n';
    for await (const batch of rows) {
      if (batch.length === 0) continue;
      yield before + batch.map(print).join(',\n');
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  },
};
