import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/results/result.ts';
import { written } from './sample-result.ts';

const pair: readonly Column[] = [
  { name: 'srcaddr', type: 'string' },
  { name: 'count, all', type: 'number' },
];

describe('the csv writer', () => {
  it('quotes what RFC 4180 tells it to', async () => {
    const text = await written('csv', pair, [
      ['a,b', '1'],
      ['say "no"', '2'],
      ['two\nlines', '3'],
      ['lone\rreturn', '4'],
      [' blank ', undefined],
      ['', '6'],
      [undefined, '7'],
    ]);
    expect(text).toBe(
      'srcaddr,"count, all"\n"a,b",1\n"say ""no""",2\n"two\nlines",3\n"lone\rreturn",4\n" blank ",\n"",6\n,7\n',
    );
  });

  it('writes the header for an empty answer', async () => {
    expect(await written('csv', pair, [])).toBe('srcaddr,"count, all"\n');
  });

  it('never makes an empty line of a row', async () => {
    expect(await written('csv', [{ name: 'a', type: 'string' }], [[undefined], [''], ['x']])).toBe('a\n""\n""\nx\n');
  });

  it('gives every cell back to a reader', async () => {
    const cell = fc.option(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', 'é') }), {
      nil: undefined,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), async (rows) => {
        const text = await written('csv', pair, rows);
        expect(readCsv(text).slice(1)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the tsv writer', () => {
  it('keeps one row on one line', async () => {
    expect(await written('tsv', pair, [['a\tb\\n\r\n', undefined]])).toBe('srcaddr\tcount, all\na\\tb\\\\n\\r\\n\t\n');
  });
});

/** A small reader of RFC 4180: quoted cells are strings, an empty one without quotes is missing. */
function readCsv(text: string): (string | undefined)[][] {
  const rows: (string | undefined)[][] = [];
  let row: (string | undefined)[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    row.push(quoted === undefined ? plain || undefined : quoted.replaceAll('""', '"'));
    if (end === '\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
