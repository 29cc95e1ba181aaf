import { lint } from '../../src/lint/lint.ts';
import { loadRegexChecker } from '../../src/lint/regex-checker.ts';
import { parse } from '../../src/language/parse.ts';
import { print } from '../../src/language/print.ts';
import type { Diagnostic } from '../../src/text/diagnostic.ts';
import { damagesOf, seededRandom, type Damage } from './damage.ts';
import { meaningOf } from './meaning.ts';

/** A line of a corpus file. */
export interface CorpusRow {
  readonly query: string;
  readonly flags?: readonly string[];
  readonly source?: string;
}

export interface CorpusOptions {
  readonly seed: number;
  readonly write: (line: string) => void;
}

/** Queries that are not meant to be read as they stand. */
const excluded: ReadonlySet<string> = new Set(['template', 'placeholder', 'invalid', 'trailing-comma', 'suspicious']);

/** Reads every query of a corpus, damages the right ones, and tells how many were judged rightly. */
export async function checkCorpus(rows: readonly CorpusRow[], { seed, write }: CorpusOptions): Promise<void> {
  const checkRegex = await loadRegexChecker(parse('filter a like /b/').query);
  const errorsOf = (text: string): readonly Diagnostic[] => {
    const { query, diagnostics } = parse(text);
    const linted = lint(query, { source: { name: '<query>', text }, ...(checkRegex && { checkRegex }) });
    return [...diagnostics, ...linted].filter(({ severity }) => severity === 'error');
  };
  const valid = rows.filter(({ flags = [] }) => !flags.some((flag) => excluded.has(flag)));
  const failures = valid.filter(({ query }) => parse(query).diagnostics.length > 0);
  write(
    `${percent(valid.length - failures.length, valid.length)} of the queries marked valid are read without an error.`,
  );
  for (const { query } of failures) write(`  ${parse(query).diagnostics[0]!.message} ${JSON.stringify(query)}`);
  const read = valid.filter((row) => !failures.includes(row));
  const changed = read.filter(({ query }) => !survivesPrinting(query));
  write(
    `${percent(read.length - changed.length, read.length)} of these are printed so that they read back the same and print the same.`,
  );
  for (const { query } of changed) write(`  ${JSON.stringify(query)}`);
  const invalid = rows.filter(({ flags = [] }) => flags.includes('invalid'));
  const refused = invalid.filter(({ query }) => errorsOf(query).length > 0);
  write(`${percent(refused.length, invalid.length)} of the queries marked invalid are refused.`);
  for (const { query } of invalid.filter((row) => !refused.includes(row))) write(`  ${JSON.stringify(query)}`);
  const sound = read.filter(({ query }) => errorsOf(query).length === 0);
  const random = seededRandom(seed);
  checkDamages(
    sound.flatMap(({ query }) => damagesOf(query, random)),
    errorsOf,
    write,
  );
}

function checkDamages(
  damages: readonly Damage[],
  errorsOf: (text: string) => readonly Diagnostic[],
  write: (line: string) => void,
): void {
  const wrong = damages.filter(({ isStillRight }) => !isStillRight);
  const found = wrong.map((damage) => ({ damage, errors: errorsOf(damage.text) }));
  const isInside = ({ start, end }: Damage, { span }: Diagnostic): boolean => span.start >= start && span.start <= end;
  const inside = found.filter(({ damage, errors }) => errors.some((error) => isInside(damage, error)));
  write(
    `${percent(found.filter(({ errors }) => errors.length > 0).length, wrong.length)} of the damages are reported.`,
  );
  write(`${percent(inside.length, wrong.length)} of the damages are reported inside the damaged stage.`);
  for (const kind of new Set(wrong.map((damage) => damage.kind))) {
    const of = found.filter(({ damage }) => damage.kind === kind);
    write(`  ${kind}: ${percent(of.filter((each) => inside.includes(each)).length, of.length)}`);
  }
  for (const { damage, errors } of found.filter((each) => !inside.includes(each))) {
    write(`  missed: ${damage.what}: ${errors[0]?.message ?? 'nothing reported'} ${JSON.stringify(damage.text)}`);
  }
}

function survivesPrinting(text: string): boolean {
  const { query } = parse(text);
  const printed = print(query);
  const again = parse(printed);
  const isSame = JSON.stringify(meaningOf(again.query)) === JSON.stringify(meaningOf(query));
  return isSame && again.diagnostics.length === 0 && print(again.query) === printed;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none (0 of 0)' : `${((100 * part) / whole).toFixed(2)} % (${part} of ${whole})`;
}
