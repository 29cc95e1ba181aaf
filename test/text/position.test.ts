import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAround, locate } from '../../src/text/position.ts';

describe('locate', () => {
  it.each([
    ['abc', 0, 1, 1],
    ['abc', 3, 1, 4],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['👍b', 2, 1, 2],
    ['abc', 99, 1, 4],
    ['abc', -1, 1, 1],
  ])('in %j the offset %i is line %i, column %i', (text, offset, line, column) => {
    expect(locate(text, offset)).toEqual({ line, column });
  });
});

describe('lineAround', () => {
  it('gives a line without its end, wherever the offset is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[ab]*$/), fc.constantFrom('\n', '\r\n', '\r'))),
        fc.nat(),
        (lines, place) => {
          const text = lines.map((parts) => parts.join('')).join('');
          const { start, end } = lineAround(text, place % (text.length + 1));
          expect(text.slice(start, end)).toMatch(/^[ab]*$/);
          expect(start === 0 || /[\r\n]/.test(text[start - 1]!)).toBe(true);
          expect(end === text.length || /[\r\n]/.test(text[end]!)).toBe(true);
        },
      ),
    );
  });
});
