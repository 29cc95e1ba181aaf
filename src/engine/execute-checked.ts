import type { Plan } from '../sql/plan.ts';
import type { Database } from './database.ts';
import type { EventSource } from './event-source.ts';
import { executePlan, type ExecuteOptions, type Execution } from './execute.ts';

/** What a plan relies on is not so. */
export class UncheckedError extends Error {}

/** Runs a plan and, beside it, the check that it relies on: rejects with `UncheckedError` where that is not true. */
export async function executeChecked(
  plan: Plan,
  events: EventSource,
  database: Database,
  options: ExecuteOptions,
): Promise<Execution> {
  if (!plan.check) return executePlan(plan, events, database, options);
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([stop.signal, options.signal]) : stop.signal;
  const checked = plan.check(signal).then(
    (holds) => holds || stop.abort(new UncheckedError('The plan does not hold for these events.')),
    (error: unknown) => stop.abort(error),
  );
  try {
    const execution = await executePlan(plan, events, database, { ...options, signal });
    await checked;
    stop.signal.throwIfAborted();
    return execution;
  } catch (error) {
    const cause: unknown = stop.signal.aborted ? stop.signal.reason : error;
    stop.abort();
    await checked;
    throw cause;
  }
}
