import { stat } from 'node:fs/promises';
import type { Query, Subquery } from '../language/ast.ts';
import type { LookupTable, Outside } from '../sql/flow.ts';
import { gatherOutside } from '../sql/gather-outside.ts';
import type { Database } from './database.ts';
import { EngineError } from './engine-error.ts';
import type { EventSource } from './event-source.ts';
import { sqlTableOfCsv } from './input/sql-text.ts';
import type { LocalInput } from './local-input.ts';
import { openInput, type OpenInputOptions } from './open-input.ts';
import { inferSourceFormat } from './source-format.ts';

export interface OutsideOptions extends OpenInputOptions {
  /** CSV files of lookup tables, by the name that queries give them. */
  readonly tables?: ReadonlyMap<string, string>;
  /** Where the events of a log group are that a subquery asks. */
  readonly groups?: (group: string) => LocalInput | undefined;
}

/** What a query reads beside its events: lookup tables and the log groups of its subqueries. */
export function openOutside(query: Query, database: Database, options: OutsideOptions): Promise<Outside> {
  return gatherOutside(query, {
    table: async (name) => {
      const path = options.tables?.get(name);
      return path === undefined ? undefined : openTable(path, database);
    },
    events: async (node) => {
      const input = inputOf(node, options);
      return input && openGroup(input, database, options);
    },
  });
}

/** The service discovers the fields of a log group by itself, whatever group the query began with. */
async function openGroup(input: LocalInput, database: Database, options: OutsideOptions): Promise<EventSource> {
  const events = await openInput(input, database, options);
  const { shape } = events;
  if (shape.kind !== 'lines' || shape.format) return events;
  const format = await inferSourceFormat(events, database);
  return format ? { ...events, shape: { ...shape, format } } : events;
}

function inputOf({ query }: Subquery, { groups }: OutsideOptions): LocalInput | undefined {
  const [first] = query.commands;
  if (first?.kind !== 'SourceCommand' || !first.group || first.group.kind === 'Placeholder') return undefined;
  return groups?.(first.group.kind === 'Name' ? first.group.text : first.group.value);
}

async function openTable(path: string, { connection }: Database): Promise<LookupTable> {
  const refusal = (reason: string, cause?: unknown) =>
    new EngineError(`Cannot read the lookup table "${path}": ${reason}.`, { cause });
  const found = await stat(path).catch(() => undefined);
  if (!found) throw refusal('there is no such file');
  // DuckDB would read every file in it.
  if (found.isDirectory()) throw refusal('it is a folder');
  const relation = sqlTableOfCsv(path);
  try {
    const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${relation}`);
    return { relation, columns: reader.getRows().map(([name]) => String(name)) };
  } catch (cause) {
    throw refusal('it must be a CSV file with a header line', cause);
  }
}
