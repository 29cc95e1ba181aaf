import { describe, expect, it } from 'vitest';
import { bytesText, secondsText, statisticsText } from '../../src/output/statistics-text.ts';

describe('the statistics line', () => {
  it('tells rows, matched and scanned records, bytes and time, then each warning', () => {
    expect(
      statisticsText({
        rows: 1,
        recordsMatched: 1204,
        recordsScanned: 100_000,
        bytesScanned: 12_100_000,
        elapsedMilliseconds: 412,
        warnings: ['More rows than the limit of 10,000 match.'],
      }),
    ).toBe(
      '1 row; 1,204 of 100,000 records matched, 12.1 MB scanned in 0.41 s\nwarning: More rows than the limit of 10,000 match.\n',
    );
  });

  it('leaves out bytes that nobody counted', () => {
    const counts = {
      rows: 1,
      recordsMatched: 2,
      recordsScanned: 3,
      bytesScanned: 0,
      elapsedMilliseconds: 412,
      warnings: [],
    };
    expect(statisticsText(counts)).toBe('1 row; 2 of 3 records matched in 0.41 s\n');
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [99_949, '99.9 kB'],
    [99_950, '100 kB'],
    [999_600, '1.0 MB'],
    [5e12, '5.0 TB'],
    [5e18, '5000 PB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });

  it.each([
    [4, '0.00 s'],
    [990, '0.99 s'],
    [999, '1.0 s'],
    [59_960, '1 min 0 s'],
    [185_000, '3 min 5 s'],
  ])('writes %d milliseconds as %s', (milliseconds, text) => {
    expect(secondsText(milliseconds)).toBe(text);
  });
});
