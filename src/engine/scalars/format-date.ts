import { zoneOffset } from './time-zone.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** An instant by a strftime pattern; a directive that is not known stays as it is. */
export function formatDate(milliseconds: number, pattern: string, zone = 'UTC'): string | undefined {
  const offset = zoneOffset(zone, milliseconds);
  if (offset === undefined || !Number.isFinite(milliseconds)) return undefined;
  const time = new Date(milliseconds + offset * 60_000);
  return pattern.replace(
    /%([A-Za-z%])/g,
    (written, letter: string) => directives[letter]?.(time, offset, zone) ?? written,
  );
}

const two = (number: number): string => String(number).padStart(2, '0');
const hour12 = (time: Date): number => time.getUTCHours() % 12 || 12;

const directives: Readonly<Record<string, (time: Date, offset: number, zone: string) => string>> = {
  Y: (time) => String(time.getUTCFullYear()),
  y: (time) => two(time.getUTCFullYear() % 100),
  m: (time) => two(time.getUTCMonth() + 1),
  d: (time) => two(time.getUTCDate()),
  e: (time) => String(time.getUTCDate()).padStart(2, ' '),
  H: (time) => two(time.getUTCHours()),
  I: (time) => two(hour12(time)),
  M: (time) => two(time.getUTCMinutes()),
  S: (time) => two(time.getUTCSeconds()),
  L: (time) => String(time.getUTCMilliseconds()).padStart(3, '0'),
  f: (time) => String(time.getUTCMilliseconds() * 1000).padStart(6, '0'),
  p: (time) => (time.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (time) => days[time.getUTCDay()]!.slice(0, 3),
  A: (time) => days[time.getUTCDay()]!,
  b: (time) => months[time.getUTCMonth()]!.slice(0, 3),
  B: (time) => months[time.getUTCMonth()]!,
  j: (time) =>
    String(Math.floor((time.getTime() - Date.UTC(time.getUTCFullYear(), 0, 1)) / 86_400_000) + 1).padStart(3, '0'),
  u: (time) => String(time.getUTCDay() || 7),
  w: (time) => String(time.getUTCDay()),
  F: (time) => time.toISOString().slice(0, 10),
  T: (time) => time.toISOString().slice(11, 19),
  R: (time) => time.toISOString().slice(11, 16),
  D: (time) => `${two(time.getUTCMonth() + 1)}/${two(time.getUTCDate())}/${two(time.getUTCFullYear() % 100)}`,
  s: (time, offset) => String(Math.floor((time.getTime() - offset * 60_000) / 1000)),
  z: (_, offset) => `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}${two(Math.abs(offset) % 60)}`,
  Z: (_, _offset, zone) => zone,
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
};
