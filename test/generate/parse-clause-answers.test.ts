import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/formats/catalogue.ts';
import type { LogFormat } from '../../src/formats/format.ts';
import { snakeName } from '../../src/formats/names.ts';
import { matchRecord } from '../../src/formats/match.ts';
import { sampleRecords } from '../../src/formats/sample.ts';
import { parseClause } from '../../src/generate/parse-clause.ts';
import { field, fields, item, query } from '../../src/language/build.ts';
import { print } from '../../src/language/print.ts';
import { runLines } from '../support/run-lines.ts';

/** What the parse clause of a format makes of records, in no order. */
async function parsed(format: LogFormat, records: readonly string[]): Promise<readonly string[]> {
  const names = format.fields.map((column) => item(field(snakeName(column))));
  const text = print(query(parseClause(format), fields(...names)));
  const { rows } = await runLines(records, text, { format });
  return rows.map((row) => JSON.stringify(row)).sort();
}

describe.each(catalogue.map((entry) => [entry.name, entry] as const))('the parse clause of %s', (_, entry) => {
  it('returns every value of 1,000 made records and of the real ones', async () => {
    const records = sampleRecords(entry.format, { seed: 1, count: 1000 }).concat(
      entry.samples.map((sample) => sample.record),
    );
    const values = records.map((record) => JSON.stringify(matchRecord(entry.format, record))).sort();
    expect(await parsed(entry.format, records)).toEqual(values);
  });
});

describe('the parse clause of any format', () => {
  it('returns the fields of any record', async () => {
    const separator = fc.constantFrom(' ', ' - ', ' "', '" ', "' ", '] [', ' * ', ' \\ ', ',', '\t', '|', ' [', ').(');
    const value = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(separator, { minLength: 1, maxLength: 6 }).chain((separators) =>
          fc.record({
            separators: fc.constant(['', ...separators, '']),
            records: fc.array(fc.tuple(...[...separators, ''].map(() => value)), { minLength: 1, maxLength: 5 }),
          }),
        ),
        async ({ separators, records }) => {
          const names = separators.slice(1).map((_, index) => ({ name: `field-${index}` }));
          const format: LogFormat = { family: 'unknown', fields: names, separators };
          const lines = records.map((values) => values.map((text, index) => `${separators[index]}${text}`).join(''));
          expect(await parsed(format, lines)).toEqual(records.map((values) => JSON.stringify(values)).sort());
        },
      ),
      { numRuns: 25 },
    );
  });
});
