import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows as the service sends them: a missing field is left out; `@ptr` is not told. */
export type AnswerRows = readonly (readonly (readonly [string, string])[])[];

/** What came, or should come, of a query: its rows, or the code of the finding for which it is refused. */
export type Answer = { readonly rows: AnswerRows } | { readonly refused: string };

/** What `expected.json` says. */
export type Expected = Answer & {
  /** Where the expectation comes from. */
  readonly source: string;
  readonly evidence: 'documented' | 'seen on the service' | 'relied on in production' | 'a choice of flowq';
  /** Sent beside the query's text. */
  readonly limit?: number;
  /** The answer depends on the calendar (weeks, months): moving the events changes more than the times in it. */
  readonly calendar?: true;
};

/** A folder of test/conformance. */
export interface ConformanceCase {
  readonly name: string;
  readonly folder: string;
  /** The file with the events. */
  readonly input: string;
  readonly query: string;
  readonly expected: Expected;
}

/** The code that recorded refusals of the service have: it gives none of its own. */
export const refusedByService = 'refused-by-cloudwatch';

/** All cases below a folder, in the order of their names. */
export function readCases(root: string): ConformanceCase[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readCase(root, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readCase(root: string, name: string): ConformanceCase {
  const folder = join(root, name);
  const input = readdirSync(folder).find((file) => file.startsWith('input.'));
  if (input === undefined)
    throw new Error(`The case "${name}" has no input: add input.json, input.jsonl or input.log.`);
  return {
    name,
    folder,
    input: join(folder, input),
    query: readFileSync(join(folder, 'query.cwli'), 'utf8').trimEnd(),
    expected: JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected,
  };
}
