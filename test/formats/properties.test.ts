import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFormats } from '../../src/formats/extract.ts';
import type { LogFormat } from '../../src/formats/format.ts';
import { matchRecord } from '../../src/formats/match.ts';
import { vpcFields } from '../../src/formats/fields/vpc.ts';
import { printFormat } from '../../src/formats/print.ts';
import { readFormat } from '../../src/formats/read.ts';
import { sampleRecords } from '../../src/formats/sample.ts';

/** Any fields of VPC flow logs, each once. */
const flowFields = fc.uniqueArray(fc.constantFrom(...vpcFields.map(({ name }) => name)), {
  minLength: 1,
  maxLength: 54,
});
/** Text between fields without what means something in a format string. */
const literal = fc.stringMatching(/^[ [\]"'|:;,<>()=\\-]{1,5}$/).filter((text) => !/^\s|\s$|\s\s/.test(text));
const name = fc.stringMatching(/^x[a-z0-9_-]{0,8}$/);

/** Formats of fields that nobody knows, with any literal text. */
const anyFormat: fc.Arbitrary<LogFormat> = fc
  .uniqueArray(name, { minLength: 1, maxLength: 6 })
  .chain((names) =>
    fc.record({
      names: fc.constant(names),
      edges: fc.tuple(fc.oneof(fc.constant(''), literal), fc.oneof(fc.constant(''), literal)),
      between: fc.array(fc.oneof(fc.constant(' '), literal), {
        minLength: names.length - 1,
        maxLength: names.length - 1,
      }),
    }),
  )
  .map(({ names, edges, between }) => ({
    family: 'unknown',
    fields: names.map((each) => ({ name: each })),
    separators: [edges[0], ...between, edges[1]],
  }));

describe('any format', () => {
  it('reads back from what it prints', () => {
    fc.assert(
      fc.property(anyFormat, (format) => {
        expect(readFormat(printFormat(format), { allowUnknownFields: true }).format).toEqual(format);
      }),
    );
  });

  it('reads the same in every spelling', () => {
    fc.assert(
      fc.property(flowFields, (names) => {
        const expected = readFormat(names.map((each) => `\${${each}}`).join(' ')).format;
        expect(expected?.fields.map((field) => field.name)).toEqual(names);
        const spellings = ['$', '$${}', '${!}', '\\${}'].map((spelling) =>
          names.map((each) => (spelling === '$' ? `$${each}` : spelling.replace('}', `${each}}`))).join(' '),
        );
        for (const text of [...spellings, names.join(' '), names.join(', ')]) {
          expect(readFormat(text).format).toEqual(expected);
        }
      }),
    );
  });

  it('takes apart what was put together of values without its separators', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9.]{1,8}$/);
    fc.assert(
      fc.property(anyFormat, fc.array(value, { minLength: 6, maxLength: 6 }), (format, pool) => {
        const values = format.fields.map((_field, index) => pool[index]!);
        const record = values.reduce(
          (text, each, index) => text + each + format.separators[index + 1]!,
          format.separators[0]!,
        );
        expect(matchRecord(format, record)).toEqual(values);
      }),
    );
  });

  it('makes records of any flow log format that match it', () => {
    fc.assert(
      fc.property(flowFields, fc.nat(), (names, seed) => {
        const { format } = readFormat(names.join(' '));
        for (const record of sampleRecords(format!, { seed, count: 20 })) {
          expect(matchRecord(format!, record)).toHaveLength(names.length);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom('$', '{', '}', '\\', ' ', '\n', '!', 'a', 'srcaddr', '-')).map((parts) => parts.join('')),
  );

  it('reads as a format or as findings with places in it', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { format, diagnostics } = readFormat(source);
        expect(format !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        for (const { span } of diagnostics) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(source.length);
        }
      }),
    );
  });

  it('is searched for formats without an error', () => {
    fc.assert(fc.property(text, (source) => void extractFormats({ name: 'file', text: source })));
  });
});
