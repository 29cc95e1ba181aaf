import { describe, expect, it } from 'vitest';
import { catalogue, findFormat } from '../../src/formats/catalogue.ts';
import { inferFormat, unwrapMessage } from '../../src/formats/infer.ts';
import { readFormat } from '../../src/formats/read.ts';
import { sampleRecords } from '../../src/formats/sample.ts';

const names = (formats: readonly { readonly format: { readonly name?: string } }[]) =>
  formats.map(({ format }) => format.name);

describe('inferFormat', () => {
  const records = catalogue.flatMap(({ name, samples }) =>
    samples.map(({ topic, record }) => [`${name}: ${topic}`, name, record] as const),
  );

  it.each(records)('knows the record of %s', (_topic, name, record) => {
    const { format, ties } = inferFormat([record]);
    expect(format ? [format.name] : names(ties)).toContain(name);
  });

  it.each(catalogue.map(({ name, format }) => [name, format] as const))(
    'knows made records of %s, and only as it',
    (name, format) => {
      const inference = inferFormat(sampleRecords(format, { seed: 5, count: 100 }));
      expect(inference).toMatchObject({ isAmbiguous: false, format: { name } });
      expect(inference.records).toBe(100);
      expect(inference.candidates[0]!.score).toBeGreaterThan(0.9);
    },
  );

  it('tells the three public formats of 29 fields apart by their values', () => {
    for (const name of ['vpc-v5', 'vpc-v5-alphabetical', 'vpc-service-path']) {
      const [record] = sampleRecords(findFormat(name)!.format, { seed: 1, count: 1 });
      expect(inferFormat([record!]).format?.name).toBe(name);
    }
  });

  it('does not choose where values tell nothing', () => {
    const { format, isAmbiguous, ties } = inferFormat([Array(29).fill('-').join(' ')]);
    expect(format).toBeUndefined();
    expect(isAmbiguous).toBe(true);
    expect(names(ties)).toEqual(['vpc-v5', 'vpc-v5-alphabetical', 'vpc-service-path']);
  });

  it('does not choose between formats that differ only in the order of alike fields', () => {
    const swapped = readFormat('${dstaddr} ${srcaddr} ${action}').format!;
    const straight = readFormat('${srcaddr} ${dstaddr} ${action}').format!;
    const { ties } = inferFormat(['10.0.0.1 10.0.0.2 ACCEPT'], { formats: [swapped, straight] });
    expect(ties.map(({ format }) => format)).toEqual([swapped, straight]);
  });

  it('believes a header line, and keeps names it does not know', () => {
    const inference = inferFormat(['version brand-new srcaddr action', '5 x 10.0.0.1 ACCEPT']);
    expect(inference.header).toBe(inference.format);
    expect(inference.format?.fields.map(({ name }) => name)).toEqual(['version', 'brand-new', 'srcaddr', 'action']);
    expect(inference.recordLines).toEqual(['5 x 10.0.0.1 ACCEPT']);
  });

  it('gives the format of a header its catalogue name', () => {
    const { format, fields } = { format: findFormat('vpc-v5')!.format, fields: findFormat('vpc-v5')!.format.fields };
    expect(inferFormat([`${fields.map(({ name }) => name).join(' ')}\r`]).format).toBe(format);
  });

  it('reads the header of a CloudFront file', () => {
    const { fields } = findFormat('cloudfront')!.format;
    const header = ['#Version: 1.0', `#Fields: ${fields.map(({ name }) => name).join(' ')}`];
    expect(inferFormat([...header, ...findFormat('cloudfront')!.samples.map(({ record }) => record)])).toMatchObject({
      format: { name: 'cloudfront' },
      recordLines: [expect.stringContaining('LAX1')],
    });
  });

  it('keeps the commas of a table with a header', () => {
    const { format } = inferFormat(['srcaddr,dstaddr,action', '10.0.0.1,10.0.0.2,ACCEPT']);
    expect(format?.separators).toEqual(['', ',', ',', '']);
  });

  it('tells how sure it is of each field', () => {
    const { candidates } = inferFormat(findFormat('vpc-encryption-short')!.samples.map(({ record }) => record));
    const confidence = Object.fromEntries(candidates[0]!.fields.map((field) => [field.name, field.confidence]));
    expect(confidence['srcaddr']).toBeGreaterThan(0.99);
    expect(confidence['srcport']).toBeLessThan(0.8);
  });

  it('is not sure of a column that is always missing', () => {
    const { candidates } = inferFormat([
      '2 123456789010 eni-1235b8ca123456789 - - - - - - - 1431280876 1431280934 - NODATA',
    ]);
    expect(candidates[0]!.fields.find(({ name }) => name === 'srcaddr')).toEqual({ name: 'srcaddr' });
  });

  it.each([
    ['no lines', []],
    ['empty lines', ['', '  ']],
    ['prose', ['The quick brown fox jumps over the lazy dog', 'and runs']],
    ['a record of another order', ['ACCEPT 2 OK 123456789010 eni-1235b8ca123456789 1 2 3 4 5 6 7 8 9']],
  ])('finds nothing in %s', (_what, lines) => {
    expect(inferFormat(lines)).toMatchObject({ isAmbiguous: false, candidates: [] });
  });

  it('forgives some lines of another kind', () => {
    const made = sampleRecords(findFormat('vpc-default')!.format, { seed: 1, count: 9 });
    expect(inferFormat([...made, 'rotated by cron']).format?.name).toBe('vpc-default');
  });
});

describe('unwrapMessage', () => {
  it.each([
    ['{"message":"2 123 OK"}', '2 123 OK'],
    ['{"@message":"2 123 OK","@timestamp":"x"}', '2 123 OK'],
    ['{"other":"2 123 OK"}', '{"other":"2 123 OK"}'],
    ['{"message":7}', '{"message":7}'],
    ['{not json', '{not json'],
    ['2 123 OK', '2 123 OK'],
  ])('makes %s %s', (line, expected) => {
    expect(unwrapMessage(line)).toBe(expected);
  });
});
