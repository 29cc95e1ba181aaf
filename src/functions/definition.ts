/** Types of values in the query language; `any` fits every value. */
export type ValueType = 'any' | 'string' | 'number' | 'boolean' | 'timestamp' | 'list' | 'map';

/** What a parameter takes: a value, or a literal of the language that is not one. */
export type ParameterType = ValueType | 'duration' | 'condition';

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly optional?: boolean;
  /** Takes any number of further arguments; only the last parameter. */
  readonly rest?: boolean;
  /** Admits `*` in place of the argument. */
  readonly star?: boolean;
  readonly meaning?: string;
}

/** A query and what it gives, run by the tests and shown by `explain`. */
export interface FunctionExample {
  /** An expression for scalars; a `stats` list for aggregates. */
  readonly query: string;
  /** Events the aggregate reads, as JSON lines; not needed for scalars of literals. */
  readonly input?: readonly string[];
  /** The time range it is asked about, in ISO 8601, and asked at the end of it: where the answer depends on that. */
  readonly range?: { readonly start: string; readonly end: string };
  /** The cell text; `null` when the value is missing. */
  readonly result: string | number | null;
}

/** SQL per engine: text with `{parameter}` slots, each a column already coerced to the parameter's type. */
export interface FunctionSql {
  readonly duckdb?: string;
  readonly athena?: string;
}

/** A function of the query language: one row serves parser, linter, completion, explain, SQL and tests. */
export interface FunctionDefinition {
  /** As the newest manual spells it; calls match without regard to case. */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly kind: 'scalar' | 'aggregate';
  readonly params: readonly Parameter[];
  /** `'first'`: the type of the first argument. `'common'`: the common type of all value arguments. */
  readonly returns: ValueType | 'first' | 'common';
  /** One line. */
  readonly summary: string;
  /** What the service is known to do beyond the summary, a sentence each. */
  readonly notes?: readonly string[];
  /** `classic` functions run everywhere; `2026` came with the mid-2026 expansion. */
  readonly since?: 'classic' | '2026';
  readonly sql: FunctionSql;
  readonly examples: readonly FunctionExample[];
}
