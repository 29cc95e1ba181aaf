import { describe, expect, it } from 'vitest';
import { generate, type GenerateOptions } from '../../src/generate/generate.ts';
import { formatOf } from '../support/format.ts';
import { runLines } from '../support/run-lines.ts';
import { shipped } from '../support/template-cases.ts';

const records = [
  '10.0.0.1 10.0.0.9 ingress 100 REJECT',
  '110.1.1.1 10.0.0.9 ingress 50 REJECT',
  '10.0.0.1 110.1.1.1 egress 20 REJECT',
  '192.0.2.1 10.0.0.9 ingress 5 ACCEPT',
];

const rowsOf = async (template: string, options: Partial<GenerateOptions>) => {
  const format = formatOf('${srcaddr} ${dstaddr} ${flow-direction} ${bytes} ${action}');
  const found = shipped.find(template);
  if (found.kind !== 'template') throw new Error(`"${template}" is no template`);
  return (await runLines(records, generate(found.template, { format, ...options }).source.text, { format })).rows;
};

describe('flags on records', () => {
  it('--exclude takes a prefix for what a field starts with: 110.1.1.1 does not start with 10.', async () => {
    expect(await rowsOf('reject-counts', { exclude: ['srcaddr=10.'] })).toEqual([['110.1.1.1', '1']]);
  });

  it('--exclude takes a range for the addresses in it', async () => {
    expect(await rowsOf('reject-counts', { exclude: ['srcaddr=110.0.0.0/8'] })).toEqual([['10.0.0.1', '2']]);
  });

  it('--ingress and --egress keep one direction', async () => {
    expect(await rowsOf('reject-counts', { egress: true })).toEqual([['10.0.0.1', '1']]);
    expect(await rowsOf('records', { egress: true })).toEqual([['10.0.0.1', '110.1.1.1', 'egress', '20', 'REJECT']]);
    expect(await rowsOf('records', { ingress: true })).toHaveLength(3);
  });

  it('--where keeps what meets every condition', async () => {
    const rows = await rowsOf('records', {
      where: ['bytes > 5 or action = "ACCEPT"', 'dstaddr = "10.0.0.9"', 'bytes < 100'],
    });
    expect(rows.map((row) => row[3])).toEqual(['50', '5']);
  });

  it('--by groups by other fields', async () => {
    expect(await rowsOf('reject-counts', { by: ['flow-direction', 'dstaddr'] })).toEqual([
      ['ingress', '10.0.0.9', '2'],
      ['egress', '110.1.1.1', '1'],
    ]);
  });

  it('--names camel parses into the names of the console', async () => {
    expect(await rowsOf('reject-counts', { names: 'camel', by: ['flowDirection'], limit: 1 })).toEqual([
      ['ingress', '2'],
    ]);
  });
});
