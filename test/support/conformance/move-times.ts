import type { Answer } from './case.ts';
import type { CaseEvent } from './events.ts';

const second = 1_000;
const hour = 3_600_000;

/** Functions whose answer depends on where an event stands within its hour. */
const floorsTimes = /\b(?:bin|date_?floor|date_?ceil|formatDate|strftime)\s*\(/i;

/**
 * By how much the events of a case move, in milliseconds, so that the first comes right after `earliest` (a query sees nothing from
 * before its log group was made). Whole hours where the query floors times, so that borders of bins move with the events; whole
 * seconds elsewhere. The service takes events up to two hours ahead: room for the rest of an hour and a case of an hour.
 */
export function shiftFor(events: readonly CaseEvent[], query: string, earliest: number): number {
  const unit = floorsTimes.test(query) ? hour : second;
  return Math.ceil((earliest - events[0]!.timestamp) / unit) * unit;
}

/** The same events at other times. */
export function moveEvents(events: readonly CaseEvent[], shift: number): CaseEvent[] {
  return events.map(({ timestamp, message }) => ({ timestamp: timestamp + shift, message }));
}

/** The answer as it would be had the events not moved: only cells that are times of the moved events, or up to an hour beside, change. */
export function moveAnswerBack(answer: Answer, moved: readonly CaseEvent[], shift: number): Answer {
  if ('refused' in answer) return answer;
  const start = moved[0]!.timestamp - hour;
  const end = moved.at(-1)!.timestamp + hour;
  const isOfEvents = (time: number) => time >= start && time <= end;
  const cell = (text: string): string => {
    const time = timeOf(text);
    return time !== undefined && isOfEvents(time.milliseconds) ? time.print(time.milliseconds - shift) : text;
  };
  return { rows: answer.rows.map((row) => row.map(([field, value]) => [field, cell(value)] as const)) };
}

interface CellTime {
  readonly milliseconds: number;
  /** In the way the cell was written. */
  readonly print: (milliseconds: number) => string;
}

/** A cell read as a time: `2026-06-21 00:00:00.000`, epoch milliseconds, epoch seconds. */
function timeOf(text: string): CellTime | undefined {
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/.test(text)) {
    return {
      milliseconds: Date.parse(`${text.replace(' ', 'T')}Z`),
      print: (time) => new Date(time).toISOString().replace('T', ' ').replace('Z', ''),
    };
  }
  if (/^\d{13}$/.test(text)) return { milliseconds: Number(text), print: String };
  if (/^\d{10}$/.test(text)) return { milliseconds: Number(text) * second, print: (time) => String(time / second) };
  return undefined;
}
