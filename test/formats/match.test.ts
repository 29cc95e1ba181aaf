import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/formats/catalogue.ts';
import { matchRecord } from '../../src/formats/match.ts';
import { readFormat } from '../../src/formats/read.ts';

function match(text: string, line: string): readonly string[] | undefined {
  return matchRecord(readFormat(text, { allowUnknownFields: true }).format!, line);
}

const records = catalogue.flatMap(({ name, format, samples }) =>
  samples.map(({ topic, record }) => [`${name}: ${topic}`, format, record] as const),
);

describe('matchRecord', () => {
  it.each(records)('takes apart the record of %s', (_name, format, record) => {
    const values = matchRecord(format, record);
    expect(values).toHaveLength(format.fields.length);
    const { separators } = format;
    const rebuilt = values!.reduce((text, value, index) => text + value + separators[index + 1]!, separators[0]!);
    expect(record.startsWith(rebuilt)).toBe(true);
  });

  it('reads literal text around the values', () => {
    const line = '203.0.113.7 - - [20/Nov/2026:10:15:30 +0000] "GET / HTTP/1.1" 200';
    expect(match('$remote_addr - $remote_user [$time_local] "$request" $status', line)).toEqual([
      '203.0.113.7',
      '-',
      '20/Nov/2026:10:15:30 +0000',
      'GET / HTTP/1.1',
      '200',
    ]);
  });

  it('ignores the carriage return of a CRLF file', () => {
    expect(match('${action} ${bytes}', 'ACCEPT 12\r')).toEqual(['ACCEPT', '12']);
  });

  it.each([
    ['${action} ${bytes}', 'ACCEPT'],
    ['${action} ${bytes}', 'ACCEPT 12 OK'],
    ['${action} ${bytes}', 'ACCEPT  12'],
    ['${action} ${bytes}', ''],
    ['$status "$request"', '200 "GET'],
    ['$status "$request"', '200 "GET" more'],
    ['[$status] $host', '200 host'],
    ['$status $host', '200 a b'],
  ])('finds no %j in %j', (format, line) => {
    expect(match(format, line)).toBeUndefined();
  });
});
