import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format } from 'prettier';
import type { Answer, ConformanceCase, Expected } from './case.ts';
import type { CaseEvent } from './events.ts';

/** What is written down of an asked case. */
export interface Recording {
  readonly answer: Answer;
  /** `2026-11-21`. */
  readonly date: string;
  /** The events the answer is about, where they must replace those of the case. */
  readonly events?: readonly CaseEvent[] | undefined;
}

/** Makes the service's answer the expectation of a case. */
export async function record({ folder, expected, input }: ConformanceCase, recording: Recording): Promise<void> {
  const { answer, date, events } = recording;
  const { limit, calendar } = expected;
  // A refusal expected by its code stays the same: the service's own says less.
  const kept = 'refused' in answer && 'refused' in expected ? { refused: expected.refused } : answer;
  const written: Expected = {
    source: `answer of the service, ${date}`,
    evidence: 'seen on the service',
    ...(limit !== undefined && { limit }),
    ...(calendar && { calendar }),
    ...('refused' in kept ? { refused: kept.refused } : { rows: kept.rows }),
  };
  if (events && basename(input) !== 'input.json') {
    throw new Error(`The case in ${folder} depends on the calendar: its events must stand in input.json, with times.`);
  }
  if (events) await writeJson(input, { events });
  await writeJson(join(folder, 'expected.json'), written);
}

/** As `npm run lint` wants it. */
async function writeJson(file: string, value: unknown): Promise<void> {
  writeFileSync(file, await format(JSON.stringify(value, null, 2), { parser: 'json', printWidth: 120 }));
}
