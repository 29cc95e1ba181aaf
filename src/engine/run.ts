import type { LogFormat } from '../formats/format.ts';
import { labelOf } from '../formats/labels.ts';
import type { Query } from '../language/ast.ts';
import type { Column, QueryResult, QueryStatistics, Row } from '../results/result.ts';
import { compileQuery } from '../sql/compile.ts';
import type { Plan, PlanColumn } from '../sql/plan.ts';
import { isOfFewerParts } from '../sql/split-reading.ts';
import type { Outside } from '../sql/flow.ts';
import { groupDigits } from '../text/group-digits.ts';
import { QueryError } from '../text/query-error.ts';
import type { Source } from '../text/source.ts';
import { cellType, cellWriter } from './cells.ts';
import { openDatabase, type Database } from './database.ts';
import { watchForDamage, type DamageWatch } from './damage-watch.ts';
import type { EventSource } from './event-source.ts';
import type { Execution } from './execute.ts';
import { executeChecked, UncheckedError } from './execute-checked.ts';
import { explainFailure } from './failure.ts';
import type { LocalInput } from './local-input.ts';
import { openInput } from './open-input.ts';
import { openOutside, type OutsideOptions } from './outside.ts';
import type { Progress } from './progress.ts';

export interface RunLocalOptions extends OutsideOptions {
  /** At most so many rows, whatever the query says; the service's 10,000 if neither says anything. */
  readonly limit?: number;
  /** What the query reads beside its events, where the caller has found that already. */
  readonly outside?: Outside;
  /** Whether columns that are hidden unless asked for (`@ptr`) are made; they are if absent. */
  readonly hidden?: boolean;
  /** What `now()` answers; the present if absent. */
  readonly now?: Date;
  /** What was read and found, a sentence each. */
  readonly onNotice?: (sentence: string) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Runs a query on local data. Rejects with `QueryError` where the query cannot be run here, with `EngineError` where the
 * data cannot be read.
 */
export async function runLocal(
  query: Query,
  source: Source,
  input: LocalInput,
  options: RunLocalOptions = {},
): Promise<QueryResult> {
  const opened = await openLocal(input, await openDatabase(), options);
  return opened.run(query, source, options);
}

/** Opens local data, for a caller that looks at its events before there is a query. The database is closed with it. */
export async function openLocal(
  input: LocalInput,
  database: Database,
  options: Pick<RunLocalOptions, 'range' | 'signal' | 'onNotice'> = {},
): Promise<OpenedInput> {
  try {
    options.signal?.throwIfAborted();
    const events = await openInput(input, database, options);
    for (const notice of events.notices ?? []) options.onNotice?.(notice);
    return new OpenedInput(database, events, options);
  } catch (error) {
    await database.close();
    throw explainFailure(error, options.signal);
  }
}

/** Local data that can be looked at and then asked once; reading the answer to its end, or `close`, frees it. */
export class OpenedInput {
  private readonly database: Database;
  private readonly options: Pick<RunLocalOptions, 'range' | 'signal' | 'onNotice'>;
  private events: EventSource;

  constructor(
    database: Database,
    events: EventSource,
    options: Pick<RunLocalOptions, 'range' | 'signal' | 'onNotice'>,
  ) {
    this.database = database;
    this.events = events;
    this.options = options;
  }

  /** The format of the events, where the person or the data say it. */
  get format(): LogFormat | undefined {
    return this.events.shape.format;
  }

  /** The first events as they were logged. */
  async peek(count: number): Promise<readonly string[]> {
    const { relation, condition, columns, split } = this.events;
    if (split && split.sample.length > 0) return split.sample.slice(0, count);
    const where = condition === undefined ? '' : ` WHERE ${condition}`;
    const sql = `SELECT ${columns.message} FROM ${relation}${where} LIMIT ${count}`;
    try {
      const result = await this.database.connection.runAndReadAll(sql);
      return result.getRows().map(([message]) => String(message));
    } catch (error) {
      const again = await this.events.retry?.(error);
      if (!again) throw explainFailure(error, this.options.signal);
      this.events = again;
      return this.peek(count);
    }
  }

  /** Asks a query, of events in `format` where the data itself does not say theirs. */
  async run(
    query: Query,
    source: Source,
    options: RunLocalOptions & { readonly format?: LogFormat } = {},
  ): Promise<QueryResult> {
    const { database } = this;
    const all = { ...this.options, ...options };
    const started = performance.now();
    try {
      const outside = all.outside ?? (await openOutside(query, database, all));
      const events = withFormat(this.events, options.format);
      return await runOnEvents(query, source, events, { database, outside, started, options: all });
    } catch (error) {
      await this.close();
      throw explainFailure(error, all.signal);
    }
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}

function withFormat(events: EventSource, format: LogFormat | undefined): EventSource {
  const { shape, retry } = events;
  if (!format || shape.kind !== 'lines' || shape.format) return events;
  const again = async (error: unknown) => {
    const other = await retry?.(error);
    return other && withFormat(other, format);
  };
  return { ...events, shape: { ...shape, format }, ...(retry && { retry: again }) };
}

interface Run {
  readonly database: Database;
  readonly outside: Outside;
  readonly started: number;
  readonly options: RunLocalOptions;
}

async function runOnEvents(query: Query, source: Source, events: EventSource, run: Run): Promise<QueryResult> {
  const plan = planOf(query, source, events, run);
  const damage = watchForDamage(events, run.options.signal);
  try {
    return resultOf(plan, { events, damage }, await executeChecked(plan, events, run.database, run.options), run);
  } catch (error) {
    await damage.end(false);
    if (run.options.signal?.aborted) throw error;
    if (plan.split) return runOnEvents(query, source, lessSplit(events, error), run);
    const again = await events.retry?.(error);
    if (!again) throw error;
    for (const notice of again.notices ?? []) run.options.onNotice?.(notice);
    return runOnEvents(query, source, again, run);
  }
}

/** The other way to read, after a line that is no record, or a text that is no number, stopped the quicker one. */
function lessSplit({ split, ...events }: EventSource, error: unknown): EventSource {
  if (split && error instanceof UncheckedError) {
    return { ...events, split: { ...split, numberCheck: () => undefined } };
  }
  const isShort = error instanceof Error && isOfFewerParts(error);
  return split && isShort ? { ...events, split: { ...split, isRagged: true } } : events;
}

function planOf(query: Query, source: Source, input: EventSource, { options, outside }: Run): Plan {
  const compiled = compileQuery(query, {
    input,
    outside,
    clock: { now: (options.now ?? new Date()).getTime() },
    ...(options.range ? { range: options.range } : {}),
    ...(options.limit === undefined ? {} : { limit: options.limit }),
    ...(options.hidden === undefined ? {} : { hidden: options.hidden }),
  });
  if ('diagnostics' in compiled) throw new QueryError(source, compiled.diagnostics);
  return compiled.plan;
}

interface Asked {
  readonly events: EventSource;
  readonly damage: DamageWatch;
}

function resultOf(
  plan: Plan,
  { events, damage }: Asked,
  execution: Execution,
  { database, started, options }: Run,
): QueryResult {
  const { matched, scanned, bytes, rowCount } = execution;
  let settle!: { resolve: (statistics: QueryStatistics) => void; reject: (reason: unknown) => void };
  const statistics = new Promise<QueryStatistics>((resolve, reject) => (settle = { resolve, reject }));
  // Whoever reads the rows learns of the failure; nobody needs to listen here too.
  statistics.catch(() => undefined);
  const rows = Math.min(rowCount, plan.limit);
  const warnings = [
    ...(rowCount > plan.limit ? [tellCut(plan)] : []),
    ...plan.warnings,
    ...(events.warnings?.() ?? []),
  ];
  return {
    columns: plan.columns.map(toColumn),
    rows: readRows(plan, execution, async ({ isComplete, failure }) => {
      await database.close();
      if (failure) settle.reject(failure);
      const damaged = await damage.end(isComplete).catch((interrupt: unknown) => {
        const explained = explainFailure(interrupt, options.signal);
        settle.reject(explained);
        throw explained;
      });
      const elapsedMilliseconds = performance.now() - started;
      settle.resolve({
        recordsMatched: matched,
        recordsScanned: scanned,
        bytesScanned: bytes,
        rows,
        elapsedMilliseconds,
        warnings: [...warnings, ...damaged],
      });
    }),
    statistics,
  };
}

/** How the reading of rows ended: whoever reads may have seen enough. */
interface End {
  readonly isComplete: boolean;
  readonly failure?: unknown;
}

async function* readRows(
  plan: Plan,
  { chunks }: Execution,
  end: (how: End) => Promise<void>,
): AsyncGenerator<readonly Row[]> {
  const writers = plan.columns.map(({ sqlType }) => cellWriter(sqlType));
  let left = plan.limit;
  let how: End = { isComplete: false };
  try {
    for await (const chunk of chunks) {
      const rows = chunk.slice(0, left).map((values) => writers.map((write, index) => write(values[index])));
      left -= rows.length;
      if (rows.length > 0) yield rows;
    }
    how = { isComplete: true };
  } catch (failure) {
    how = { isComplete: false, failure };
    throw failure;
  } finally {
    await end(how);
  }
}

function toColumn({ name, type, sqlType, definition, hidden }: PlanColumn): Column {
  const label = definition && labelOf(definition);
  return { name, type: cellType(type, sqlType), ...(hidden ? { hidden } : {}), ...(label ? { label } : {}) };
}

function tellCut({ limit }: Plan): string {
  const count = groupDigits(limit);
  return `Only the first ${count} rows are shown; more came. Aggregate further, or write a limit (at most 100,000).`;
}
