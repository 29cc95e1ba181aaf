import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/formats/catalogue.ts';
import { matchRecord } from '../../src/formats/match.ts';
import { sampleRecords } from '../../src/formats/sample.ts';
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

  it.each(catalogue.map((entry) => [entry.name, entry] as const))(
    'gives the values that a glob gives for %s',
    (_name, { format, samples }) => {
      const { separators } = format;
      const pieces = separators.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const glob = new RegExp(
        `^${pieces.slice(0, -1).join('(.*?)')}${pieces.at(-1) === '' ? '(.*)' : `(.*?)${pieces.at(-1)}`}$`,
      );
      const made = sampleRecords(format, { seed: 11, count: 200 });
      for (const record of [...samples.map((sample) => sample.record), ...made]) {
        expect(matchRecord(format, record)).toEqual(glob.exec(record)?.slice(1));
      }
    },
  );

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

  it('ignores spaces behind the last field of a flow log', () => {
    expect(match('${srcaddr} ${action}', '10.0.0.1 ACCEPT  ')).toEqual(['10.0.0.1', 'ACCEPT']);
    expect(match('${srcaddr} ${action}', '10.0.0.1 ')).toBeUndefined();
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
