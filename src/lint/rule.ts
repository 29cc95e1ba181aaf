import type { Scope, Stage } from '../analysis/analysis.ts';
import type { LogFormat } from '../formats/format.ts';
import type { NameStyle } from '../formats/names.ts';
import type { Node, Query } from '../language/ast.ts';
import type { Visitors } from '../language/visitor.ts';
import type { Fix, Severity } from '../text/diagnostic.ts';
import type { Source, Span } from '../text/source.ts';
import type { ScopeChanges } from './scopes.ts';
import type { RegexChecker } from './regex-checker.ts';

/** A query that the rule flags, and how it should read. */
export interface RuleExample {
  readonly wrong: string;
  readonly right: string;
  /** The log format by which both are judged. */
  readonly format?: string;
  /** The parameters that are declared. */
  readonly parameters?: readonly string[];
}

/** The parse command that is right for a format, with its names in a style; nothing where there is none. */
export type ParseClauseWriter = (format: LogFormat, style: NameStyle) => string | undefined;

/** One thing that the linter looks for. */
export interface Rule {
  /** Stable and searchable; the name of its file too. */
  readonly code: string;
  /** Of its findings, where a finding does not say otherwise. */
  readonly severity: Severity;
  /** One line: what a query must be. */
  readonly summary: string;
  /** Why, in a few sentences. */
  readonly explanation: string;
  readonly examples: readonly RuleExample[];
  readonly create: (context: RuleContext) => Visitors;
}

/** What a finding may say beyond its message. */
export interface ReportDetails {
  readonly help?: string;
  readonly fix?: Fix;
  readonly severity?: Severity;
}

/** What a rule knows of the query, and where it says what it found. */
export interface RuleContext {
  readonly source: Source;
  /** The whole query. */
  readonly query: Query;
  readonly format?: LogFormat;
  /** Names that the saved query declares; absent where nothing is declared anywhere. */
  readonly parameters?: readonly string[];
  /** Judges regular expressions; absent where the query holds none. */
  readonly checkRegex?: RegexChecker;
  /** Writes the parse command that is right for a format. */
  readonly parseClauseOf?: ParseClauseWriter;
  /** The stages of the query, or of the subquery, in which a node with these ancestors stands. */
  readonly stagesOf: (ancestors: readonly Node[]) => readonly Stage[];
  /** The stage in which a node with these ancestors stands; a command is among them. */
  readonly stageOf: (ancestors: readonly Node[]) => Stage;
  /** The stages before and after the one of such a node that change which fields there are. */
  readonly changesAround: (ancestors: readonly Node[]) => ScopeChanges;
  /** The fields that exist where a node with these ancestors stands. */
  readonly scopeOf: (ancestors: readonly Node[]) => Scope;
  /** The query's text under a node. */
  readonly textOf: (place: Span | { readonly span: Span }) => string;
  readonly report: (place: Span | { readonly span: Span }, message: string, details?: ReportDetails) => void;
}
