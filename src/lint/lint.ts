import type { LogFormat } from '../formats/format.ts';
import type { ScopeField } from '../analysis/analysis.ts';
import type { Node, Query } from '../language/ast.ts';
import { type Visitors, visit } from '../language/visitor.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { RegexChecker } from './regex-checker.ts';
import type { ParseClauseWriter, Rule, RuleContext } from './rule.ts';
import { rules as allRules } from './rules.ts';
import { scopesOf } from './scopes.ts';

/** What the linter may know beyond the query. */
export interface LintOptions {
  /** The text that the query was parsed from. */
  readonly source: Source;
  /** The log format of the events. */
  readonly format?: LogFormat;
  /** Further fields of the events. */
  readonly fields?: readonly ScopeField[];
  /** Names of the parameters that the saved query declares. */
  readonly parameters?: readonly string[];
  /** From `loadRegexChecker`; without it regular expressions are not judged. */
  readonly checkRegex?: RegexChecker;
  /** Writes the parse command that is right for a format: the fix of one that is not. */
  readonly parseClauseOf?: ParseClauseWriter;
  /** All of them by default. */
  readonly rules?: readonly Rule[];
}

/** What is wrong or doubtful in a query, in the order of the text. It never throws on a bad query. */
export function lint(query: Query, options: LintOptions): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { source, format, fields, rules = allRules } = options;
  const scopes = scopesOf(query, { ...(format && { format }), ...(fields && { fields }) });
  const visitors = rules.map((rule) => rule.create(contextOf(rule)));
  visit(query, together(visitors));
  return diagnostics.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);

  function contextOf({ code, severity }: Rule): RuleContext {
    return {
      ...options,
      ...scopes,
      query,
      textOf: (place) => {
        const { start, end } = 'span' in place ? place.span : place;
        return source.text.slice(start, end);
      },
      report: (place, message, details) => {
        diagnostics.push({ code, severity, message, span: 'span' in place ? place.span : place, ...details });
      },
    };
  }
}

/** The visitors of all rules in one walk over the tree. */
function together(all: readonly Visitors[]): Visitors {
  const byKind = new Map<string, ((node: never, ancestors: readonly Node[]) => void)[]>();
  for (const visitors of all) {
    for (const [kind, visitor] of Object.entries(visitors)) {
      byKind.set(kind, [...(byKind.get(kind) ?? []), visitor]);
    }
  }
  return Object.fromEntries(
    [...byKind].map(([kind, list]) => [
      kind,
      (node: never, ancestors: readonly Node[]) => list.forEach((visitor) => visitor(node, ancestors)),
    ]),
  );
}
