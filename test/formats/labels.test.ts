import { describe, expect, it } from 'vitest';
import { findFormat } from '../../src/formats/catalogue.ts';
import { labelOf } from '../../src/formats/labels.ts';

function label(field: string, cell: string): string | undefined {
  const { definition } = findFormat('vpc-all')!.format.fields.find(({ name }) => name === field)!;
  return labelOf(definition!)?.(cell);
}

describe('labelOf', () => {
  it.each([
    ['protocol', '6', 'TCP'],
    ['protocol', '58', 'IPv6-ICMP'],
    ['protocol', '254', undefined],
    ['protocol', '-', undefined],
    ['protocol', 'constructor', undefined],
    ['tcp-flags', '0', 'none'],
    ['tcp-flags', '2', 'SYN'],
    ['tcp-flags', '18', 'SYN|ACK'],
    ['tcp-flags', '23', 'FIN|SYN|RST|ACK'],
    ['tcp-flags', '256', undefined],
    ['tcp-flags', '-', undefined],
    ['traffic-path', '8', 'internet gateway'],
    ['encryption-status', '0', 'not encrypted'],
    ['reject-reason', 'BPA', undefined],
    ['srcport', '22', undefined],
  ])('calls %s %s %s', (field, cell, expected) => {
    expect(label(field, cell)).toBe(expected);
  });

  it('has no labels for fields whose values are words', () => {
    const { fields } = findFormat('vpc-default')!.format;
    const labelled = fields.filter(({ definition }) => labelOf(definition!)).map(({ name }) => name);
    expect(labelled).toEqual(['protocol']);
  });
});
