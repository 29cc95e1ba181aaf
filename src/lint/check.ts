import type { Query } from '../language/ast.ts';
import { parse } from '../language/parse.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import { lint, type LintOptions } from './lint.ts';
import { loadRegexChecker } from './regex-checker.ts';

/** What is known of a query beyond its text. */
export type CheckOptions = Omit<LintOptions, 'source' | 'checkRegex'>;

/** A query, and all that is wrong or doubtful in it, in the order of the text. */
export interface CheckedQuery {
  readonly query: Query;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a query and judges it, its regular expressions too. */
export async function checkQuery(source: Source, options: CheckOptions = {}): Promise<CheckedQuery> {
  const { query, diagnostics } = parse(source);
  const checkRegex = await loadRegexChecker(query);
  const found = lint(query, { ...options, source, ...(checkRegex && { checkRegex }) });
  const all = [...diagnostics, ...found].sort((left, right) => left.span.start - right.span.start);
  return { query, diagnostics: all };
}
