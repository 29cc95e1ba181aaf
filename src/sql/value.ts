/**
 * How a value is held in SQL: `text` is VARCHAR and may look like a number (the service decides value by value),
 * `number` DOUBLE, `boolean` BOOLEAN, `timestamp` BIGINT epoch milliseconds, `json` VARCHAR with a map or list as JSON.
 */
export type SqlType = 'text' | 'number' | 'boolean' | 'timestamp' | 'json';

/** A value as SQL over the columns of a pipeline's stage. A missing value is NULL. */
export interface SqlValue {
  readonly sql: string;
  readonly type: SqlType;
  /** The layer of the pipeline from which the columns it mentions exist. */
  readonly depth: number;
  /** May be written several times without being computed several times: a column, a literal, an entry of a list. */
  readonly isCheap?: boolean;
  /** Known while compiling. */
  readonly literal?: string | number | boolean;
  /** Layer-independent name of the text this value is a substring of: `contains` of that text is then a safe pre-filter. */
  readonly substringOf?: string;
  /**
   * A text that is a whole number or `-` wherever anybody looked. It is read in a way that may fail, after which the query
   * is run in another: SQL that relies on it raises an error where it is not so.
   */
  readonly isWhole?: boolean;
  /** The same as DOUBLE, missing for `-`, of a text that `isWhole`; a query looks at one of the two. */
  readonly number?: Fragment;
  /** Missing in no event. */
  readonly isPresent?: boolean;
  /** The same as a condition, for which missing is false: cheaper than the value. */
  readonly condition?: Fragment;
  /** The JSON value behind it, where it has one: what `.name` and `[0]` look into. */
  readonly json?: Fragment;
}

/** A piece of SQL together with the layer it needs. */
export interface Fragment {
  readonly sql: string;
  readonly depth: number;
}

/** Joins SQL and values; the result needs the layer of its deepest part. Plain strings are SQL as it stands. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Fragment | string | number)[]): Fragment {
  let text = strings[0]!;
  let depth = 0;
  parts.forEach((part, index) => {
    if (typeof part === 'object') {
      text += part.sql;
      depth = Math.max(depth, part.depth);
    } else {
      text += String(part);
    }
    text += strings[index + 1]!;
  });
  return { sql: text, depth };
}

/** Joins fragments with a separator. */
export function join(fragments: readonly Fragment[], separator: string): Fragment {
  return {
    sql: fragments.map((fragment) => fragment.sql).join(separator),
    depth: Math.max(0, ...fragments.map((fragment) => fragment.depth)),
  };
}

/** A fragment as a value of a type. */
export function value(type: SqlType, fragment: Fragment, more: Partial<SqlValue> = {}): SqlValue {
  return { type, sql: fragment.sql, depth: fragment.depth, ...more };
}

/** A column of a layer. */
export function column(name: string, type: SqlType, depth: number, more: Partial<SqlValue> = {}): SqlValue {
  return { sql: name, type, depth, isCheap: true, ...more };
}

/** The missing value. */
export function missing(type: SqlType = 'text'): SqlValue {
  return { sql: `CAST(NULL AS ${sqlTypeName(type)})`, type, depth: 0, isCheap: true };
}

export function sqlTypeName(type: SqlType): string {
  if (type === 'number') return 'DOUBLE';
  if (type === 'boolean') return 'BOOLEAN';
  return type === 'timestamp' ? 'BIGINT' : 'VARCHAR';
}

/** A text as a SQL literal. NUL cannot stand in a literal; it is spelled by its code. */
export function sqlString(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return quoted.includes('\0') ? `(${quoted.split('\0').join(`' || chr(0) || '`)})` : quoted;
}

/** A number as a SQL DOUBLE literal. */
export function sqlNumber(number: number): string {
  return `CAST(${Object.is(number, -0) ? '0' : String(number)} AS DOUBLE)`;
}

/** A literal of the language. */
export function literal(content: string | number | boolean): SqlValue {
  const more = { depth: 0, isCheap: true, literal: content } as const;
  if (typeof content === 'string') return { sql: sqlString(content), type: 'text', ...more };
  if (typeof content === 'boolean') return { sql: content ? 'TRUE' : 'FALSE', type: 'boolean', ...more };
  return { sql: sqlNumber(content), type: 'number', ...more };
}
