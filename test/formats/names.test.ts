import { describe, expect, it } from 'vitest';
import { findFormat } from '../../src/formats/catalogue.ts';
import { camelName, columnNames, snakeName } from '../../src/formats/names.ts';
import { readFormat } from '../../src/formats/read.ts';

describe('snakeName', () => {
  it.each([
    ['account-id', 'account_id'],
    ['context.identity.sourceIp', 'context_identity_sourceIp'],
    ['cs(User-Agent)', 'cs_User_Agent_'],
    ['client:port', 'client_port'],
  ])('makes %s %s', (name, expected) => {
    expect(snakeName({ name })).toBe(expected);
  });
});

describe('camelName', () => {
  it.each([
    ['account-id', 'accountId'],
    ['srcaddr', 'srcAddr'],
    ['pkt-dstaddr', 'pktDstAddr'],
    ['tgw-src-vpc-account-id', 'tgwSrcVpcAccountId'],
    ['remote_addr', 'remoteAddr'],
    ['context.identity.sourceIp', 'contextIdentitySourceIp'],
  ])('makes %s %s', (name, expected) => {
    expect(camelName({ name })).toBe(expected);
  });

  it('gives the 54 VPC fields the names that its rule gives', () => {
    const { fields } = findFormat('vpc-all')!.format;
    expect(fields).toHaveLength(54);
    expect(fields.map(camelName)).toEqual(fields.map(({ name }) => camelName({ name })));
  });
});

describe('columnNames', () => {
  it('gives one name per field', () => {
    const { format } = readFormat('${srcaddr} ${log-status}');
    expect(columnNames(format!, 'snake')).toEqual({ names: ['srcaddr', 'log_status'], diagnostics: [] });
    expect(columnNames(format!, 'camel').names).toEqual(['srcAddr', 'logStatus']);
  });

  it('shows both fields that would get one name', () => {
    const { format } = readFormat('${a-b} ${a_b}', { allowUnknownFields: true });
    expect(columnNames(format!, 'snake')).toMatchObject({
      diagnostics: [
        {
          code: 'name-collision',
          message: 'Fields "a-b" and "a_b" would both be named "a_b".',
          span: { start: 7, end: 13 },
        },
      ],
    });
    expect(columnNames(format!, 'camel').names).toBeUndefined();
  });
});
