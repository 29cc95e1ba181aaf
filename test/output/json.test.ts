import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/results/result.ts';
import { written } from './sample-result.ts';

const columns: readonly Column[] = [
  { name: 'account_id', type: 'string' },
  { name: 'bytes', type: 'number' },
  { name: 'inside', type: 'boolean' },
  { name: '@ptr', type: 'string', hidden: true },
];

describe('the json writer', () => {
  it('writes one array with a row on each line', async () => {
    const text = await written('json', columns, [
      ['012345678901', '40', '1', 'p1'],
      ['123456789012', '1.5', '0', 'p2'],
      ['123456789012', '0', '1', 'p3'],
    ]);
    expect(text).toBe(
      '[\n' +
        '{"account_id":"012345678901","bytes":40,"inside":"1"},\n' +
        '{"account_id":"123456789012","bytes":1.5,"inside":"0"},\n' +
        '{"account_id":"123456789012","bytes":0,"inside":"1"}\n' +
        ']\n',
    );
  });

  it('writes an empty array for an empty answer', async () => {
    expect(await written('json', columns, [])).toBe('[]\n');
  });

  it('leaves a missing field out and keeps an empty one', async () => {
    expect(JSON.parse(await written('json', columns, [['', undefined, undefined, 'p']]))).toEqual([{ account_id: '' }]);
  });

  it('shows hidden columns when asked to', async () => {
    expect(await written('ndjson', columns, [[undefined, undefined, undefined, 'p']], { showHidden: true })).toBe(
      '{"@ptr":"p"}\n',
    );
  });

  it.each(['-', '', '1.50', '12345678901234567890', 'NaN', 'Infinity', ' 7', '0x10', '-0', '1e3'])(
    'keeps %j of a number column as a string, since a number would not read the same',
    async (cell) => {
      expect(await written('ndjson', [{ name: 'n', type: 'number' }], [[cell]])).toBe(
        `${JSON.stringify({ n: cell })}\n`,
      );
    },
  );

  it('keeps both of two columns with one name', async () => {
    const twins: Column[] = ['a', 'a', 'a (2)', 'a'].map((name) => ({ name, type: 'string' }));
    expect(await written('ndjson', twins, [['1', '2', '3', '4']])).toBe(
      '{"a":"1","a (3)":"2","a (2)":"3","a (4)":"4"}\n',
    );
  });

  it('keeps names that mean something to JavaScript objects, in their order', async () => {
    const odd: Column[] = ['__proto__', '10', 'constructor', '2'].map((name) => ({ name, type: 'string' }));
    expect(await written('ndjson', odd, [['a', 'b', 'c', 'd']])).toBe(
      '{"__proto__":"a","10":"b","constructor":"c","2":"d"}\n',
    );
  });
});

describe('the ndjson writer', () => {
  it('writes nothing for an empty answer', async () => {
    expect(await written('ndjson', columns, [])).toBe('');
  });

  it('gives every text back, one row a line', async () => {
    const cell = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), async (rows) => {
        const pair: Column[] = ['left', 'right'].map((name) => ({ name, type: 'string' }));
        const lines = (await written('ndjson', pair, rows)).split('\n').slice(0, -1);
        const back = lines.map((line) => {
          const row = JSON.parse(line) as { left?: string; right?: string };
          return [row.left, row.right];
        });
        expect(back).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });
});
