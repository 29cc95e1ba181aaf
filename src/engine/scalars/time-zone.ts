/** Minutes east of UTC that a zone has at an instant; `undefined` for a zone nobody knows. */
export function zoneOffset(zone: string, instant: number): number | undefined {
  const fixed = /^(?:UTC|GMT|Z)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
  if (/^(?:UTC|GMT|Z)$/i.test(zone)) return 0;
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(instant);
    const part = (type: string): number => Number(parts.find((each) => each.type === type)!.value);
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return Math.round((local - Math.floor(instant / 1000) * 1000) / 60_000);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The instant at which a zone's clocks show a local time, given as if it were UTC. */
export function instantOf(local: number, zone: string): number | undefined {
  const guess = zoneOffset(zone, local);
  if (guess === undefined) return undefined;
  const offset = zoneOffset(zone, local - guess * 60_000)!;
  return local - offset * 60_000;
}
