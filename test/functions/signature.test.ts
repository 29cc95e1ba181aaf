import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../src/functions/signature.ts';
import { findFunction } from '../../src/functions/table.ts';

describe('signatureOf', () => {
  it.each([
    ['abs', 'abs(value)'],
    ['round', 'round(value[, decimals])'],
    ['greatest', 'greatest(value, …)'],
    ['now', 'now()'],
  ])('of %s is %s', (name, signature) => {
    expect(signatureOf(findFunction(name)!)).toBe(signature);
  });
});
