import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWidths, type ColumnNeed } from '../../src/output/column-widths.ts';

/** A column of free text whose longest word has so many columns. */
function text(natural: number, word: number): ColumnNeed {
  return { natural, word, isRigid: false };
}

describe('column widths', () => {
  it('are the natural ones where these fit', () => {
    expect(fitWidths([text(10, 5), text(20, 5)], 30)).toEqual([10, 20]);
  });

  it('take from the widest columns first', () => {
    expect(fitWidths([text(10, 5), text(200, 5), text(100, 5)], 60)).toEqual([10, 25, 25]);
  });

  it('use up what does not divide', () => {
    expect(fitWidths([text(100, 5), text(100, 5), text(100, 5)], 50)).toEqual([17, 17, 16]);
  });

  it('leave numbers whole', () => {
    expect(fitWidths([text(100, 5), { natural: 30, word: 30, isRigid: true }], 50)).toEqual([20, 30]);
  });

  it('break long words before they give up', () => {
    expect(fitWidths([text(40, 40), text(40, 40)], 70)).toEqual([35, 35]);
    expect(fitWidths([text(40, 40), text(40, 40)], 32)).toEqual([16, 16]);
    expect(fitWidths([text(40, 40), text(40, 40)], 31)).toBeUndefined();
  });

  it('fill the line, and are never narrower than needed nor wider than natural', () => {
    const need = fc
      .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), fc.boolean())
      .map(([one, other, isRigid]) => ({ natural: Math.max(one, other), word: Math.min(one, other), isRigid }));
    fc.assert(
      fc.property(
        fc.array(need, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 10, max: 300 }),
        (needs, available) => {
          const widths = fitWidths(needs, available);
          const least = needs.map(({ word, isRigid }) => (isRigid ? word : Math.min(word, 16)));
          const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
          expect(widths === undefined).toBe(total(least) > available);
          if (!widths) return;
          expect(total(widths)).toBe(Math.min(available, total(needs.map(({ natural }) => natural))));
          widths.forEach((width, index) => {
            expect(width).toBeGreaterThanOrEqual(least[index]!);
            expect(width).toBeLessThanOrEqual(needs[index]!.natural);
          });
        },
      ),
    );
  });
});
