import { describe, expect, it } from 'vitest';
import {
  clampDuration,
  durationCap,
  durationMilliseconds,
  findUnit,
  unitAbbreviation,
  unitSpellings,
} from '../../src/language/duration.ts';

describe('durations', () => {
  it.each([
    ['ms', 'millisecond'],
    ['SECS', 'second'],
    ['mins', 'minute'],
    ['hr', 'hour'],
    ['mos', 'month'],
    ['qtrs', 'quarter'],
    ['years', 'year'],
    ['mm', undefined],
    ['', undefined],
  ])('the unit of "%s" is %s', (spelling, unit) => {
    expect(findUnit(spelling)).toBe(unit);
  });

  it('have no plural of one letter', () => {
    expect(unitSpellings).not.toContain('hs');
    expect(unitSpellings).toContain('hrs');
  });

  it('are clamped to the cap of their unit', () => {
    expect(clampDuration({ amount: 300, unit: 'second' })).toBe(60);
    expect(clampDuration({ amount: 5, unit: 'minute' })).toBe(5);
    expect(clampDuration({ amount: 400, unit: 'day' })).toBe(400);
    expect(durationCap('hour')).toBe(24);
    expect(durationCap('week')).toBeUndefined();
  });

  it('have a length unless the calendar measures them', () => {
    expect(durationMilliseconds({ amount: 300, unit: 'second' })).toBe(60_000);
    expect(durationMilliseconds({ amount: 2, unit: 'week' })).toBe(1_209_600_000);
    expect(durationMilliseconds({ amount: 1, unit: 'month' })).toBeUndefined();
  });

  it('are written with the shortest spelling', () => {
    expect(unitAbbreviation('month')).toBe('mo');
  });
});
