import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/errors.ts';
import { readTimeRange, timeRangeSince, type TimeOptions } from '../../src/cli/time-range.ts';

const now = new Date('2026-11-20T12:00:00Z');

/** The range as two ISO times. */
async function range(options: TimeOptions): Promise<string[] | undefined> {
  const found = await readTimeRange(options, now);
  return found && [new Date(found.start).toISOString(), new Date(found.end).toISOString()];
}

describe('a time range', () => {
  it('is not there when nothing names it', async () => {
    expect(await range({})).toBeUndefined();
    expect(await timeRangeSince('1h', now)).toEqual({ start: now.getTime() - 3_600_000, end: now.getTime() });
  });

  it.each([
    ['1h', '2026-11-20T11:00:00.000Z'],
    ['90s', '2026-11-20T11:58:30.000Z'],
    ['1h30m', '2026-11-20T10:30:00.000Z'],
    ['1.5 hours', '2026-11-20T10:30:00.000Z'],
    ['2d', '2026-11-18T12:00:00.000Z'],
    ['1w', '2026-11-13T12:00:00.000Z'],
    ['2026-11-19', '2026-11-19T00:00:00.000Z'],
  ])('--since %s reaches from %s until now', async (since, start) => {
    expect(await range({ since })).toEqual([start, now.toISOString()]);
  });

  it.each([
    ['now-1d', '2026-11-19T12:00:00.000Z'],
    ['now', '2026-11-20T12:00:00.000Z'],
    ['NOW - 1h', '2026-11-20T11:00:00.000Z'],
    ['3h', '2026-11-20T09:00:00.000Z'],
    ['2026-11-20T10:00', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20 10:00:05', '2026-11-20T10:00:05.000Z'],
    ['2026-11-20T10:00:05.1234', '2026-11-20T10:00:05.123Z'],
    ['2026-11-20T10:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00+02:00', '2026-11-20T08:00:00.000Z'],
    ['2026-11-20T10:00-0530', '2026-11-20T15:30:00.000Z'],
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['1795168800', '2026-11-20T10:00:00.000Z'],
    ['1795168800123', '2026-11-20T10:00:00.123Z'],
  ])('--start %s begins at %s', async (start, instant) => {
    expect((await range({ start, end: '2026-11-20T20:00' }))?.[0]).toBe(instant);
  });

  it('takes a date as the whole day at either end', async () => {
    expect(await range({ start: '2026-11-18', end: '2026-11-18' })).toEqual([
      '2026-11-18T00:00:00.000Z',
      '2026-11-18T23:59:59.999Z',
    ]);
  });

  it('reads dates and clock times in the zone', async () => {
    expect(await range({ start: '2026-11-19', end: '2026-11-20T10:00', timezone: 'Europe/Berlin' })).toEqual([
      '2026-11-18T23:00:00.000Z',
      '2026-11-20T09:00:00.000Z',
    ]);
  });

  it('knows that a day in a zone can have 25 hours', async () => {
    expect(await range({ start: '2026-10-25', end: '2026-10-25', timezone: 'Europe/Berlin' })).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T22:59:59.999Z',
    ]);
  });

  it('takes in both passes of an hour that the clocks repeat', async () => {
    expect(await range({ start: '2026-10-25T02:30', end: '2026-10-25T02:30', timezone: 'Europe/Berlin' })).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });

  it.each<[TimeOptions, RegExp]>([
    [{ start: '1h', end: '2h' }, /ends before it starts: --start 1h is 2026-11-20T11:00.*--end 2h is 2026-11-20T10:00/],
    [{ start: 'now+1h' }, /ends before it starts.*now is 2026-11-20T12:00/],
    [{ end: '1h' }, /--end needs a --start/],
    [{ since: '1h', end: 'now' }, /--since reaches until now.*--start and --end/],
    [{ since: '1h', timezone: 'Europe/Berlino' }, /Unknown time zone "Europe\/Berlino".*IANA/],
    [
      { start: '2026-03-29T02:30', timezone: 'Europe/Berlin' },
      /clocks in Europe\/Berlin skip that time.*03:30.*offset/,
    ],
    [{ start: '2026-02-30' }, /no such date or time; write one such as/],
    [{ start: '2026-11-20T25:00' }, /no such date or time/],
    [{ since: '5' }, /bare number is epoch seconds.*5m, 5h/],
    [{ since: '1 month' }, /--since "1 month": write a time span/],
    [{ since: 'yesterday' }, /write a time span/],
    [{ since: '' }, /write a time span/],
    [{ since: '99999999999w' }, /further away than the calendar/],
    [{ start: 'now-' }, /write a time span/],
    [{ start: 'now-1x' }, /"1x" is no time span/],
    [{ start: '99999999999999999999' }, /further away than the calendar/],
  ])('is refused for %j', async (options, message) => {
    const failure = await readTimeRange(options, now).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect((failure as Error).message).toMatch(message);
  });

  it('gives every instant back that was written in a zone with its offset left out', async () => {
    const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
    await fc.assert(
      fc.asyncProperty(instant, fc.constantFrom('UTC', 'Asia/Kolkata', 'America/Phoenix'), async (time, timezone) => {
        const start = new Date(time).toLocaleString('sv', { timeZone: timezone });
        const found = await readTimeRange({ start, end: '2100-01-01', timezone }, now);
        expect(found?.start).toBe(Math.floor(time / 1000) * 1000);
      }),
      { numRuns: 50 },
    );
  });
});
