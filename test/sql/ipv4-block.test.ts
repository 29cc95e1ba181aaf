import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv4Block } from '../../src/sql/ipv4-block.ts';

const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));

function numberOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

function isIn(text: string, subnet: string): boolean {
  const { prefix, pattern } = ipv4Block(subnet)!;
  return text.startsWith(prefix) && new RegExp(`^(?:${pattern})$`).test(text);
}

describe('the pattern of an IPv4 block', () => {
  it('matches an address where its first bits are those of the block', () => {
    fc.assert(
      fc.property(octets, octets, fc.integer({ min: 0, max: 32 }), fc.boolean(), (block, other, bits, isNear) => {
        const size = 2 ** (32 - bits);
        const base = Math.floor(numberOf(block) / size) * size;
        const number = isNear ? base + (numberOf(other) % size) : numberOf(other);
        const address = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
        expect(isIn(address, `${block.join('.')}/${bits}`)).toBe(Math.floor(number / size) * size === base);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['10.0.0.256', '10.0.0', '10.0.0.01', '10.0.0.1 ', '10.0.0.1.1', '', '-', '10.0.0.x'])(
    'does not match %j',
    (text) => {
      expect(isIn(text, '10.0.0.0/8')).toBe(false);
      expect(isIn(text, '0.0.0.0/0')).toBe(false);
    },
  );

  it.each(['10.0.0.0', '10.0.0.0/33', '10.0.0/8', '010.0.0.0/8', '2001:db8::/32', '10.0.0.256/8', ''])(
    'does not exist for %j',
    (text) => {
      expect(ipv4Block(text)).toBeUndefined();
    },
  );
});
