import type { Cell } from './record-writer.ts';

interface Timed {
  readonly milliseconds: number;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Writes the record's time as the example is written; nothing where the example is no time. */
export function timeCell(example: string): Cell<Timed> | undefined {
  if (/^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}$/.test(example))
    return ({ milliseconds }) => commonLogTime(milliseconds);
  const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d+))?(Z|\+00:00)?$/.exec(example);
  if (iso) {
    const digits = iso[1]?.length ?? 0;
    const zone = iso[2] ?? '';
    return ({ milliseconds }) => isoTime(milliseconds, digits) + zone;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(example)) return ({ milliseconds }) => isoTime(milliseconds, 0).slice(0, 10);
  if (/^\d\d:\d\d:\d\d$/.test(example)) return ({ milliseconds }) => isoTime(milliseconds, 0).slice(11);
  if (/^1[4-9]\d{8}\.\d{3}$/.test(example)) return ({ milliseconds }) => (milliseconds / 1000).toFixed(3);
  if (/^1[4-9]\d{11}$/.test(example)) return ({ milliseconds }) => milliseconds;
  if (/^1[4-9]\d{8}$/.test(example)) return ({ milliseconds }) => Math.floor(milliseconds / 1000);
  return undefined;
}

function isoTime(milliseconds: number, digits: number): string {
  const text = new Date(milliseconds).toISOString();
  return digits === 0
    ? text.slice(0, 19)
    : `${text.slice(0, 20)}${text.slice(20, 23).padEnd(digits, '0').slice(0, digits)}`;
}

/** `20/Nov/2026:10:15:30 +0000` */
function commonLogTime(milliseconds: number): string {
  const text = isoTime(milliseconds, 0);
  const month = months[Number(text.slice(5, 7)) - 1]!;
  return `${text.slice(8, 10)}/${month}/${text.slice(0, 4)}:${text.slice(11)} +0000`;
}
