import { instantOf } from './time-zone.ts';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longMonths = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** The instant that a text tells by a pattern of Java's DateTimeFormatter, in epoch milliseconds. */
export function parseDate(text: string, pattern: string, zone = 'UTC'): number | undefined {
  const reading = readingOf(pattern);
  const match = reading && new RegExp(`^(?:${reading.source})$`).exec(text);
  if (!match) return undefined;
  const found: Found = {};
  reading.letters.forEach((letter, index) => letters[letter[0]!]!.set(found, match[index + 1]!, letter));
  return instantFrom(found, zone);
}

interface Found {
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  isAfternoon?: boolean;
  minute?: number;
  second?: number;
  millisecond?: number;
  zone?: string;
}

interface Letter {
  readonly source: (run: string) => string;
  readonly set: (found: Found, text: string, run: string) => void;
}

const digits = (run: string): string => (run.length > 1 ? `(\\d{${run.length}})` : '(\\d{1,2})');

/** What each pattern letter reads; a run such as `yyyy` or `MMM` decides how. */
const letters: Readonly<Record<string, Letter>> = {
  y: year(),
  u: year(),
  M: {
    source: (run) => (run.length > 3 ? `(${longMonths})` : run.length === 3 ? '([A-Za-z]{3})' : digits(run)),
    set: (found, text) => {
      found.month = /^\d/.test(text) ? Number(text) : monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1;
    },
  },
  d: { source: digits, set: (found, text) => void (found.day = Number(text)) },
  H: { source: digits, set: (found, text) => void (found.hour = Number(text)) },
  h: { source: digits, set: (found, text) => void (found.hour = Number(text) % 12) },
  a: { source: () => '([AaPp][Mm])', set: (found, text) => void (found.isAfternoon = /^p/i.test(text)) },
  m: { source: digits, set: (found, text) => void (found.minute = Number(text)) },
  s: { source: digits, set: (found, text) => void (found.second = Number(text)) },
  S: {
    source: (run) => `(\\d{${run.length}})`,
    set: (found, text) => void (found.millisecond = Math.floor(Number(`0.${text}`) * 1000 + 1e-6)),
  },
  E: { source: () => '([A-Za-z]+)', set: () => undefined },
  X: { source: () => '(Z|[+-]\\d{2}(?::?\\d{2})?)', set: (found, text) => void (found.zone = text) },
  x: { source: () => '([+-]\\d{2}(?::?\\d{2})?)', set: (found, text) => void (found.zone = text) },
  Z: { source: () => '([+-]\\d{2}:?\\d{2})', set: (found, text) => void (found.zone = text) },
  z: { source: () => '([A-Za-z][A-Za-z/_+-]*)', set: (found, text) => void (found.zone = text) },
};

function year(): Letter {
  return {
    source: (run) => (run.length === 2 ? '(\\d{2})' : '(\\d{4})'),
    set: (found, text) => void (found.year = text.length === 2 ? 2000 + Number(text) : Number(text)),
  };
}

/** A pattern as a regular expression and the runs of letters behind its groups; `undefined` for a letter not known. */
function readingOf(pattern: string): { readonly source: string; readonly letters: readonly string[] } | undefined {
  const runs: string[] = [];
  let source = '';
  for (const [part] of pattern.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (part.startsWith("'")) source += escape(part === "''" ? "'" : part.slice(1, -1).replaceAll("''", "'"));
    else if (/^[A-Za-z]/.test(part)) {
      const letter = letters[part[0]!];
      if (!letter) return undefined;
      source += letter.source(part);
      runs.push(part);
    } else source += escape(part);
  }
  return { source, letters: runs };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function instantFrom(found: Found, zone: string): number | undefined {
  const { year = 1970, month = 1, day = 1, minute = 0, second = 0, millisecond = 0 } = found;
  const hour = (found.hour ?? 0) + (found.isAfternoon ? 12 : 0);
  const local = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const isReal =
    new Date(local).getUTCDate() === day && month >= 1 && month <= 12 && hour < 24 && minute < 60 && second < 60;
  return isReal ? instantOf(local, found.zone ?? zone) : undefined;
}
