import { describe, expect, it } from 'vitest';
import { findFormat } from '../../src/formats/catalogue.ts';
import type { LogFormat } from '../../src/formats/format.ts';
import { readFormat } from '../../src/formats/read.ts';
import { parse } from '../../src/language/parse.ts';
import { applyFixes } from '../../src/lint/apply-fixes.ts';
import { lint } from '../../src/lint/lint.ts';
import { loadRegexChecker } from '../../src/lint/regex-checker.ts';
import type { ParseClauseWriter, Rule } from '../../src/lint/rule.ts';
import type { Diagnostic } from '../../src/text/diagnostic.ts';
import { codeFrame } from '../../src/text/render.ts';

/** Queries that a rule must let pass, and queries that it must flag. */
export interface RuleCases {
  /** A name of the catalogue or a format string. */
  readonly format?: string;
  readonly parameters?: readonly string[];
  readonly parseClauseOf?: ParseClauseWriter;
  readonly valid: readonly string[];
  /** A query, and for each finding the line of carets with the message behind it; other severities in brackets. */
  readonly invalid: Readonly<Record<string, string>>;
  /** A query, and the query after its fixes. */
  readonly fixed?: Readonly<Record<string, string>>;
}

/** Tests one rule alone; over all groups of cases it must flag three queries and let three pass. */
export function testRule(rule: Rule, ...groups: readonly RuleCases[]): void {
  describe(rule.code, () => {
    it('has three queries to flag and three near misses', () => {
      expect(groups.flatMap(({ invalid }) => Object.keys(invalid)).length).toBeGreaterThanOrEqual(3);
      expect(groups.flatMap(({ valid }) => valid).length).toBeGreaterThanOrEqual(3);
    });
    for (const cases of groups) {
      const judged = cases.format === undefined ? '' : ` (${cases.format})`;
      it.each(cases.valid)(`lets pass${judged}: %s`, async (query) => {
        expect(await framesOf(rule, query, cases)).toBe('');
      });
      it.each(Object.entries(cases.invalid))(`flags${judged}: %s`, async (query, frames) => {
        expect(await framesOf(rule, query, cases)).toBe(frames);
      });
      it.each(Object.entries(cases.fixed ?? {}))(`mends${judged}: %s`, async (query, mended) => {
        const fixed = applyFixes(query, await findingsOf(rule, query, cases));
        expect(fixed).toBe(mended);
        expect(await framesOf(rule, fixed, cases)).toBe('');
      });
    }
  });
}

/** The format of this name, or the one that the text spells. */
export function formatOf(text: string): LogFormat {
  const format = findFormat(text)?.format ?? readFormat(text).format;
  if (!format) throw new Error(`No format: ${text}`);
  return format;
}

/** What a rule finds in a query, as the test cases write it. */
export async function framesOf(rule: Rule, text: string, cases: Partial<RuleCases> = {}): Promise<string> {
  const findings = await findingsOf(rule, text, cases);
  return findings.map((finding) => frameOf(rule, text, finding)).join('\n');
}

export async function findingsOf(rule: Rule, text: string, cases: Partial<RuleCases> = {}): Promise<Diagnostic[]> {
  const source = { name: 'query', text };
  const { query, diagnostics } = parse(source);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const checkRegex = await loadRegexChecker(query);
  const { format, parameters, parseClauseOf } = cases;
  return lint(query, {
    source,
    rules: [rule],
    ...(format !== undefined && { format: formatOf(format) }),
    ...(parameters && { parameters }),
    ...(parseClauseOf && { parseClauseOf }),
    ...(checkRegex && { checkRegex }),
  });
}

function frameOf(rule: Rule, text: string, { span, message, severity }: Diagnostic): string {
  const carets = codeFrame(text, span)
    .split('\n')[1]!
    .replace(/^\s*\| /, '');
  return `${carets} ${severity === rule.severity ? '' : `[${severity}] `}${message}`;
}
