import { readFileSync } from 'node:fs';

/** An event as PutLogEvents takes it. */
export interface CaseEvent {
  readonly timestamp: number;
  readonly message: string;
}

/** Lines have no times: all of a case stand at this one, and keep their order by that. */
const timeOfLines = Date.UTC(2026, 0, 1);

/** The events of a case: those of `input.json`, else one for each line. */
export function readEventsOf(input: string): CaseEvent[] {
  const text = readFileSync(input, 'utf8');
  if (input.endsWith('.json')) {
    const { events } = JSON.parse(text) as { events: CaseEvent[] };
    return [...events].sort((a, b) => a.timestamp - b.timestamp);
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((message) => ({ timestamp: timeOfLines, message }));
}

/** As the service counts them: UTF-8 and 26 bytes for each event. */
export function bytesOf(events: readonly CaseEvent[]): number {
  return events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + 26, 0);
}
