import { describe, expect, it } from 'vitest';
import { runLines, type RunLinesOptions } from '../support/run-lines.ts';

/** The cells of one row: expressions about one instant. */
async function cells(expressions: readonly string[], options?: RunLinesOptions): Promise<readonly (string | null)[]> {
  const list = expressions.map((expression, index) => `${expression} as x${index}`).join(', ');
  const { rows } = await runLines(['{"timestamp":"2026-05-20T13:47:31.250Z"}'], `display ${list}`, options);
  return rows[0]!;
}

describe('times', () => {
  it('cuts to periods of the epoch in UTC', async () => {
    expect(await cells(['bin(5m)', 'bin(1h)', 'bin(1d)', 'bin(300s)', 'bin(250ms)', 'bin(@timestamp, 6h)'])).toEqual([
      '2026-05-20 13:45:00.000',
      '2026-05-20 13:00:00.000',
      '2026-05-20 00:00:00.000',
      '2026-05-20 13:47:00.000',
      '2026-05-20 13:47:31.250',
      '2026-05-20 12:00:00.000',
    ]);
  });

  it('cuts to weeks from Monday and to periods of the calendar', async () => {
    expect(await cells(['bin(1w)', 'bin(1mo)', 'bin(1q)', 'bin(1y)'])).toEqual([
      '2026-05-18 00:00:00.000',
      '2026-05-01 00:00:00.000',
      '2026-04-01 00:00:00.000',
      '2026-01-01 00:00:00.000',
    ]);
  });

  it('raises to the end of a period, and leaves a boundary where it is', async () => {
    expect(await cells(['dateceil(@timestamp, 1h)', 'dateceil(bin(1h), 1h)', 'dateceil(@timestamp, 1mo)'])).toEqual([
      '2026-05-20 14:00:00.000',
      '2026-05-20 13:00:00.000',
      '2026-06-01 00:00:00.000',
    ]);
  });

  it('knows the present and the time range', async () => {
    const now = new Date('2026-05-21T00:00:00.900Z');
    const range = { start: 1_779_000_000_000, end: 1_779_999_999_999 };
    const asked = ['now()', 'queryStartTime()', 'queryEndTime()', 'queryTimeRange()'];
    expect(await cells(asked, { now, range })).toEqual(['1779321600', '1779000000000', '1779999999999', '999999999']);
    await expect(cells(['queryStartTime()'])).rejects.toMatchObject({ diagnostics: [{ code: 'no-time-range' }] });
  });

  it('moves the borders of bins by an offset', async () => {
    const answer = await runLines(
      ['{"timestamp":"2026-05-20T13:47:31Z"}'],
      'stats count(*) as n by bin(1h) as t offset 50m',
    );
    expect(answer.rows).toEqual([['2026-05-20 12:50:00.000', '1']]);
  });

  it('reads and writes dates in time zones', async () => {
    expect(
      await cells([
        'parseDate("20/May/2026:15:47:31 +0200", "dd/MMM/yyyy:HH:mm:ss Z")',
        'parseDate("2026-03-29 02:30", "yyyy-MM-dd HH:mm", "America/New_York")',
        'parseDate("2026-02-30", "yyyy-MM-dd")',
        'formatDate(@timestamp, "%d %b %Y %H:%M:%S %z", "Europe/Berlin")',
        'formatDate(@timestamp, "%H", "Nowhere/None")',
      ]),
    ).toEqual(['1779284851000', '1774765800000', null, '20 May 2026 15:47:31 +0200', null]);
  });
});
