import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/text/did-you-mean.ts';

describe('didYouMean', () => {
  it.each([
    ['strlenn', ['strlen', 'substr'], ' Did you mean "strlen"?'],
    ['FITLER', ['filter', 'fields'], ' Did you mean "filter"?'],
    ['sotr', ['stats', 'sort'], ' Did you mean "sort"?'],
    ['xyz', ['filter', 'sort'], ''],
    ['a', ['b'], ' Did you mean "b"?'],
    ['a', ['filter'], ''],
    ['filter', [], ''],
  ])('for %s among %j says "%s"', (word, candidates, expected) => {
    expect(didYouMean(word, candidates)).toBe(expected);
  });
});

describe('nearest', () => {
  it('takes the first of those that are equally near', () => {
    expect(nearest('srcadr', ['srcaddr', 'srcadrr'])).toBe('srcaddr');
  });
});
