import { describe, expect, it } from 'vitest';
import { catalogue, findFormat } from '../../src/formats/catalogue.ts';
import type { LogFormat } from '../../src/formats/format.ts';
import { matchRecord } from '../../src/formats/match.ts';
import { readFormat } from '../../src/formats/read.ts';
import { sampleChunks, sampleRecords } from '../../src/formats/sample.ts';

/** Made records as objects by field name. */
function made(format: LogFormat, count: number): readonly Readonly<Record<string, string>>[] {
  return sampleRecords(format, { seed: 7, count }).map((record) => {
    const values = matchRecord(format, record)!;
    return Object.fromEntries(format.fields.map(({ name }, index) => [name, values[index]!]));
  });
}

const everyField = findFormat('vpc-all')!.format;

describe('sampleRecords', () => {
  it.each(catalogue.map(({ name, format }) => [name, format] as const))(
    'makes records of %s that match it',
    (_name, format) => {
      const records = sampleRecords(format, { seed: 3, count: 1000 });
      expect(records).toHaveLength(1000);
      expect(records.filter((record) => matchRecord(format, record) === undefined)).toEqual([]);
      expect(new Set(records).size).toBeGreaterThan(500);
    },
  );

  it('makes the same records for the same seed, and others for another', () => {
    const { format } = findFormat('vpc-v5')!;
    const records = sampleRecords(format, { seed: 1, count: 50 });
    expect(sampleRecords(format, { seed: 1, count: 50 })).toEqual(records);
    expect(sampleRecords(format, { seed: 2, count: 50 })).not.toEqual(records);
  });

  it('begins at the given start and never goes back', () => {
    const start = Date.parse('2024-02-29T12:00:00Z');
    const starts = sampleRecords(findFormat('vpc-default')!.format, { seed: 1, count: 2000, start }).map((record) =>
      Number(record.split(' ')[10]),
    );
    expect(starts[0]).toBe(start / 1000);
    expect(starts.every((second, index) => index === 0 || second >= starts[index - 1]!)).toBe(true);
    expect(new Set(starts).size).toBeLessThan(1000);
  });

  it('makes rejected flows, and records without traffic, in plausible shares', () => {
    const records = made(everyField, 20_000);
    const share = (name: string, value: string) => records.filter((record) => record[name] === value).length / 20_000;
    expect(share('action', 'REJECT')).toBeGreaterThan(0.05);
    expect(share('action', 'REJECT')).toBeLessThan(0.25);
    expect(share('log-status', 'NODATA')).toBeGreaterThan(0.002);
    expect(share('log-status', 'SKIPDATA')).toBeGreaterThan(0);
    expect(share('protocol', '6')).toBeGreaterThan(0.6);
    expect(share('flow-direction', 'ingress')).toBeGreaterThan(0.3);
    expect(share('flow-direction', 'egress')).toBeGreaterThan(0.3);
  });

  it('leaves traffic fields empty in records without traffic, and only there', () => {
    for (const record of made(everyField, 5000)) {
      const traffic = [
        'srcaddr',
        'dstaddr',
        'srcport',
        'dstport',
        'protocol',
        'packets',
        'action',
        'type',
        'flow-direction',
      ];
      const isEmpty = traffic.map((name) => record[name] === '-');
      expect(new Set(isEmpty)).toEqual(new Set([record['log-status'] !== 'OK']));
      expect(record['start']).not.toBe('-');
    }
  });

  it('makes records that do not contradict themselves', () => {
    for (const record of made(everyField, 5000).filter((record) => record['log-status'] === 'OK')) {
      if (record['flow-direction'] === 'ingress') expect(record['traffic-path']).toBe('-');
      if (record['protocol'] !== '6') expect(record['tcp-flags']).toBe('0');
      if (record['protocol'] === '1') expect(record['dstport']).toBe('0');
      if (record['reject-reason'] === 'BPA') expect(record).toMatchObject({ action: 'REJECT', bytes: '-' });
      if (record['type'] === 'IPv6') expect(record['srcaddr']).toContain(':');
      if (record['bytes'] !== '-')
        expect(Number(record['bytes'])).toBeGreaterThanOrEqual(40 * Number(record['packets']));
      expect(Number(record['end'])).toBeGreaterThan(Number(record['start']));
      expect(record['version']).toBe('11');
    }
  });

  it('names the gateway in place of the interface for a regional NAT gateway', () => {
    const regional = made(everyField, 5000).filter((record) => record['resource-id'] !== '-');
    expect(regional.length).toBeGreaterThan(0);
    for (const record of regional) {
      expect(record).toMatchObject({ 'interface-id': '-', 'instance-id': '-', 'subnet-id': '-' });
      expect(record['resource-id']).toMatch(/^nat-/);
    }
  });

  it('writes only values that the fields are known to have', () => {
    const named = everyField.fields.filter(({ definition }) => definition?.closedValues);
    for (const record of made(everyField, 2000)) {
      for (const { name, definition } of named) {
        expect(['-', ...Object.keys(definition!.values!)]).toContain(record[name]);
      }
    }
  });

  it('keeps separators out of the values of unknown fields', () => {
    const { format } = readFormat('<${a}|${b}>', { allowUnknownFields: true });
    expect(made(format!, 100).every((record) => Object.keys(record).length === 2)).toBe(true);
  });
});

describe('sampleChunks', () => {
  it('gives the lines of sampleRecords in pieces', () => {
    const { format } = findFormat('vpc-default')!;
    const chunks = [...sampleChunks(format, { seed: 1, count: 2500 })];
    expect(chunks).toHaveLength(3);
    expect(chunks.join('')).toBe(
      sampleRecords(format, { seed: 1, count: 2500 })
        .map((record) => `${record}\n`)
        .join(''),
    );
  });

  it('gives nothing for no records', () => {
    expect([...sampleChunks(everyField, { seed: 1, count: 0 })]).toEqual([]);
  });
});
