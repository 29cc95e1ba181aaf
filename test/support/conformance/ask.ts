import { systemClock } from '../../../src/cloudwatch/clock.ts';
import { CloudWatchError } from '../../../src/cloudwatch/cloudwatch-error.ts';
import type { LogsApi } from '../../../src/cloudwatch/logs-api.ts';
import { pollUntilComplete } from '../../../src/cloudwatch/poll.ts';
import { refusedByService, type Answer } from './case.ts';
import type { CaseEvent } from './events.ts';

/** A query about the events of one log group. */
export interface Question {
  readonly logGroup: string;
  readonly query: string;
  readonly events: readonly CaseEvent[];
  readonly limit?: number | undefined;
}

/** Milliseconds the service has to show events it took. */
const longestWait = 300_000;

/** What the service answers to the text as it stands, over the time of its events. */
export async function ask(api: LogsApi, question: Question, signal: AbortSignal): Promise<Answer> {
  const { logGroup, query, events, limit } = question;
  let queryId: string | undefined;
  try {
    ({ queryId } = await api.startQuery(
      {
        // A query with a SOURCE would name its groups itself; no case has one.
        logGroupName: logGroup,
        queryString: query,
        startTime: Math.floor(events[0]!.timestamp / 1000),
        endTime: Math.floor(events.at(-1)!.timestamp / 1000),
        ...(limit !== undefined && { limit }),
      },
      signal,
    ));
    const { results = [] } = await pollUntilComplete(api, queryId!, { clock: systemClock, signal });
    return {
      rows: results.map((row) =>
        row.flatMap(({ field, value }) =>
          field === undefined || field === '@ptr' || value === undefined ? [] : [[field, value] as const],
        ),
      ),
    };
  } catch (error) {
    if (error instanceof CloudWatchError && error.code === 'MalformedQueryException')
      return { refused: refusedByService };
    if (signal.aborted && queryId !== undefined) await api.stopQuery({ queryId });
    throw error;
  }
}

/** Resolves when a query sees all events of a group. */
export async function untilVisible(
  api: LogsApi,
  question: Omit<Question, 'query'>,
  signal: AbortSignal,
): Promise<void> {
  const count = String(question.events.length);
  const end = Date.now() + longestWait;
  for (let delay = 1_000; ; delay = Math.min(delay * 1.5, 15_000)) {
    const answer = await ask(api, { ...question, limit: undefined, query: 'stats count(*) as events' }, signal);
    if ('rows' in answer && answer.rows[0]?.[0]?.[1] === count) return;
    if (Date.now() + delay > end) {
      throw new Error(`Queries do not see the ${count} events of ${question.logGroup} after five minutes.`);
    }
    await systemClock.wait(delay, signal);
  }
}
