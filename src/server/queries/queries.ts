import { notFound } from '../service-fault.ts';
import { QueryRun, type QueryRequest, type QueryRunOptions } from './query-run.ts';

export interface QueriesOptions extends QueryRunOptions {
  /** Queries the engine works on at one time; the others wait. */
  readonly parallel: number;
  /** Milliseconds an answer can be had after its end. */
  readonly lifetime: number;
  /** Answers that are kept; the oldest go first. */
  readonly mostKept: number;
  /** A query that failed for a reason of its own. */
  readonly onError: (error: unknown) => void;
}

/** The queries of the account: those under way, and those whose answers can still be had. */
export class Queries {
  readonly #options: QueriesOptions;
  /** In the order of their start. */
  readonly #runs = new Map<string, QueryRun>();
  readonly #waiting: QueryRun[] = [];
  readonly #active = new Set<Promise<void>>();
  #started = 0;
  #isClosed = false;

  constructor(options: QueriesOptions) {
    this.#options = options;
  }

  /** Queries that have not ended, as clients see it. */
  get underWay(): number {
    return [...this.#runs.values()].filter((run) => run.endedAt === undefined).length;
  }

  start(request: QueryRequest): void {
    this.#expire();
    const run = new QueryRun(request, ++this.#started, this.#options);
    this.#runs.set(request.id, run);
    this.#waiting.push(run);
    this.#proceed();
  }

  get(id: string): QueryRun {
    this.#expire();
    const run = this.#runs.get(id);
    if (!run) throw notFound(`The query with ID ${id} does not exist.`);
    return run;
  }

  /** The latest first. */
  all(): readonly QueryRun[] {
    this.#expire();
    return [...this.#runs.values()].reverse();
  }

  /** Stops what is under way and frees every answer. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const run of this.#runs.values()) run.stop();
    await Promise.all(this.#active);
    for (const run of this.#runs.values()) await run.dispose();
    this.#runs.clear();
  }

  #proceed(): void {
    while (!this.#isClosed && this.#active.size < this.#options.parallel) {
      const run = this.#waiting.shift();
      if (!run) return;
      const work = run.execute().catch(this.#options.onError);
      const done = work.then(() => {
        this.#active.delete(done);
        this.#proceed();
      });
      this.#active.add(done);
    }
  }

  /** Drops what is too old or too much; a query under way is never dropped. */
  #expire(): void {
    const latest = this.#options.now() - this.#options.lifetime;
    for (const [id, run] of this.#runs) {
      const { endedAt } = run;
      const isTooMany = this.#runs.size > this.#options.mostKept;
      if (endedAt === undefined) continue;
      if (endedAt > latest && !isTooMany) continue;
      this.#runs.delete(id);
      void run.dispose().catch(this.#options.onError);
    }
  }
}
