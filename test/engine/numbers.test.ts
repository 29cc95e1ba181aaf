import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/engine/database.ts';

let database: Database;

beforeAll(async () => {
  database = await openDatabase();
});

afterAll(async () => {
  await database.close();
});

const number = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** One text at a time: a text that is refused must not hide what the others are. */
async function ask(expression: string, text: string): Promise<unknown> {
  const sql = `SELECT ${expression} FROM (SELECT *, try_cast(x AS BIGINT) AS n FROM (SELECT CAST($1 AS VARCHAR) AS x))`;
  return database.connection.runAndReadAll(sql, [text]).then(
    (reader) => reader.getRows()[0]![0],
    (error: unknown) => (/flowq: a text that is no whole number/.test(String(error)) ? 'refused' : error),
  );
}

/** Texts that DuckDB's casts take and the language does not, or rounds, stand beside the ones that both take. */
const text = fc.oneof(
  fc.constantFrom(
    '0',
    '-',
    '',
    '1e2',
    '1e3',
    '1_0e3',
    '1e3\t',
    '1.5e4\t',
    '1_0e5',
    '99.5',
    '9.',
    '.5',
    '007',
    '+5',
    '-5',
  ),
  fc.constantFrom('0x1F', '0x1FFFFFFFFF', '0b11', 'nan', 'inf', '1e400', '99999999999999999999', '9223372036854775807'),
  fc.bigInt(0n, 10n ** 18n).map(String),
  fc.string({ unit: fc.constantFrom(...'0123456789..__eE+-x\t '), maxLength: 9 }),
);

describe('numbers told as text', () => {
  it.each([
    ['1e20', '100000000000000000000'],
    ['3', '3'],
    ["'inf'::DOUBLE", null],
  ])('stand in fields of structs too: %s', async (number, told) => {
    const sql = `SELECT cw_text(m.n) FROM (VALUES ({n: CAST(${number} AS DOUBLE)}), ({n: 3})) AS t(m)`;
    const reader = await database.connection.runAndReadAll(sql);
    expect(reader.getRows()).toEqual([[told], ['3']]);
  });
});

describe('numbers in texts', () => {
  it('are what the pattern says', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (x) => {
        const expected = number.test(x) ? Number(x) : null;
        const found = await ask('cw_num(x)', x);
        expect(found).toBe(Object.is(expected, -0) ? found : expected);
      }),
      { numRuns: 600 },
    );
  });

  it('are whole as they stand, or refused where whole ones were expected', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(text, async (x) => {
        const found = await ask('cw_whole(x, n)', x);
        if (found === 'refused') {
          expect(x).not.toMatch(/^(0|[1-9]\d{0,17})$/);
          return;
        }
        if (x === '-') expect(found).toBeNull();
        else expect([number.test(x), Number(found)]).toEqual([true, Number(x)]);
        taken++;
      }),
      { numRuns: 600 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});
