import { join } from 'node:path';
import type { Column, QueryResult, QueryStatistics } from '../../results/result.ts';
import { ResultRows } from './result-rows.ts';

/** As the service names them. */
export type QueryStatus = 'Scheduled' | 'Running' | 'Complete' | 'Failed' | 'Cancelled' | 'Timeout';

/** A query as it was asked. */
export interface QueryRequest {
  readonly id: string;
  /** As DescribeQueries shows it: `SOURCE "group" START=… END=… | …`. */
  readonly shownText: string;
  readonly groups: readonly string[];
  readonly createdAt: number;
  /** Rows at most. */
  readonly limit: number;
  /** How it is to end, if not well. */
  readonly doom?: 'Failed' | 'Timeout' | undefined;
  readonly execute: (signal: AbortSignal) => Promise<QueryResult>;
}

/** What a client sees of a query at one moment. */
export interface QueryView {
  readonly status: QueryStatus;
  readonly rows: number;
  readonly recordsMatched: number;
  readonly recordsScanned: number;
  readonly bytesScanned: number;
}

export interface QueryRunOptions {
  /** Takes the rows of long answers. */
  readonly folder: string;
  /** Milliseconds that a query takes at least. */
  readonly latency: number;
  readonly now: () => number;
}

/** Part of the latency during which a query waits for its turn. */
const waitingPart = 0.1;

/** One query from its start to its end: what the engine does, and what clients see of it. */
export class QueryRun {
  readonly request: QueryRequest;
  /** Higher than that of every query started before. */
  readonly number: number;
  readonly #options: QueryRunOptions;
  readonly #interruption = new AbortController();
  #state: 'waiting' | 'running' | 'done' | 'failed' = 'waiting';
  #rows: ResultRows;
  #statistics: QueryStatistics | undefined;
  #endedAt: number | undefined;
  #stopped: QueryView | undefined;
  #isDisposed = false;

  constructor(request: QueryRequest, number: number, options: QueryRunOptions) {
    this.request = request;
    this.number = number;
    this.#options = options;
    this.#rows = this.#rowsOf([]);
  }

  get rows(): ResultRows {
    return this.#rows;
  }

  /** Epoch milliseconds; undefined while clients see it run. */
  get endedAt(): number | undefined {
    return isEnd(this.view().status) ? (this.#endedAt ?? this.request.createdAt) : undefined;
  }

  /** Runs it; rejects with what went wrong, which clients see as `Failed`. */
  async execute(): Promise<void> {
    if (this.#stopped) return;
    this.#state = 'running';
    try {
      const result = await this.request.execute(this.#interruption.signal);
      this.#rows = this.#rowsOf(result.columns);
      for await (const batch of result.rows) {
        await this.#rows.append(batch.slice(0, this.request.limit - this.#rows.count));
        if (this.#rows.count >= this.request.limit) break;
      }
      this.#statistics = await result.statistics;
      this.#state = 'done';
    } catch (error) {
      this.#state = 'failed';
      if (!this.#stopped) throw error;
    } finally {
      this.#endedAt ??= this.#options.now();
      if (this.#isDisposed) await this.#rows.dispose();
    }
  }

  view(): QueryView {
    return this.#stopped ?? { status: this.#status(), ...this.#progress() };
  }

  /** Whether there was anything to stop. */
  stop(): boolean {
    const view = this.view();
    if (isEnd(view.status)) return false;
    this.#stopped = { ...view, status: 'Cancelled' };
    this.#endedAt = this.#options.now();
    this.#interruption.abort(new Error('The query was stopped.'));
    return true;
  }

  async dispose(): Promise<void> {
    this.stop();
    this.#isDisposed = true;
    // What still runs would write into it; it is freed when that has ended.
    if (this.#state !== 'running') await this.#rows.dispose();
  }

  #rowsOf(columns: readonly Column[]): ResultRows {
    return new ResultRows(columns, join(this.#options.folder, `${this.request.id}.json`));
  }

  #elapsedPart(): number {
    const { latency, now } = this.#options;
    return latency === 0 ? 1 : Math.min(1, (now() - this.request.createdAt) / latency);
  }

  #status(): QueryStatus {
    const part = this.#elapsedPart();
    if (part < waitingPart || this.#state === 'waiting') return 'Scheduled';
    if (part < 1 || this.#state === 'running') return 'Running';
    if (this.request.doom) return this.request.doom;
    return this.#state === 'failed' ? 'Failed' : 'Complete';
  }

  /** While it runs, part of what is there, and never all: partial rows must not be taken for the answer. */
  #progress(): Omit<QueryView, 'status'> {
    const status = this.#status();
    const { recordsMatched = 0, recordsScanned = 0, bytesScanned = 0 } = this.#statistics ?? {};
    if (status === 'Complete') return { rows: this.#rows.count, recordsMatched, recordsScanned, bytesScanned };
    if (status !== 'Running') return { rows: 0, recordsMatched: 0, recordsScanned: 0, bytesScanned: 0 };
    const part = (total: number): number => Math.min(Math.floor(total * this.#elapsedPart()), Math.max(0, total - 1));
    return {
      rows: part(this.#rows.count),
      recordsMatched: part(recordsMatched),
      recordsScanned: part(recordsScanned),
      bytesScanned: part(bytesScanned),
    };
  }
}

/** No further change is to come. */
export function isEnd(status: QueryStatus): boolean {
  return status !== 'Scheduled' && status !== 'Running';
}
