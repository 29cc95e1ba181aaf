import { describe, expect, it } from 'vitest';
import { globLiterals, isSplit } from '../../src/sql/glob.ts';

describe('a glob', () => {
  it.each(['* *', '* * *', '*, *, *'])('is a split: %s', (pattern) => {
    expect(isSplit(globLiterals(pattern))).toBe(true);
  });

  it.each(['*', 'a * *', '* * b', '* *,*', '**', '***', 'plain'])('is no split: %s', (pattern) => {
    expect(isSplit(globLiterals(pattern))).toBe(false);
  });
});
