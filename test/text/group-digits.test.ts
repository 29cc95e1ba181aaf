import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupDigits } from '../../src/text/group-digits.ts';

describe('groupDigits', () => {
  it('writes a count as American English does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeNat(), fc.nat(100_000)), (count) => {
        expect(groupDigits(count)).toBe(count.toLocaleString('en-US'));
      }),
    );
  });

  it('writes no fraction', () => {
    expect(groupDigits(1234.5)).toBe('1,235');
  });
});
