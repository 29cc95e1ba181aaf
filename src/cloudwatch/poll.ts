import type { GetQueryResultsCommandOutput, QueryStatistics } from '@aws-sdk/client-cloudwatch-logs';
import { CloudWatchError } from './cloudwatch-error.ts';
import type { Clock } from './clock.ts';
import type { LogsApi } from './logs-api.ts';
import { mostRowsOfPage } from './row-limit.ts';

/** How far a running query has come. */
export interface QueryProgress {
  readonly queryId: string;
  readonly status: 'Scheduled' | 'Running';
  readonly recordsMatched: number;
  readonly recordsScanned: number;
  readonly bytesScanned: number;
}

export interface PollOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: QueryProgress) => void) | undefined;
}

/** Milliseconds between two looks: quick for short queries, kind to the quota of ten looks a second for long ones. */
const firstDelay = 250;
const longestDelay = 3_000;
const growth = 1.5;

/** Asks until the query is complete; the answer is its first page. Any other end is a `CloudWatchError` with the status as its code. */
export async function pollUntilComplete(
  api: LogsApi,
  queryId: string,
  { clock, signal, onProgress }: PollOptions,
): Promise<GetQueryResultsCommandOutput> {
  for (let delay = firstDelay; ; delay = Math.min(delay * growth, longestDelay)) {
    const answer = await api.getQueryResults({ queryId, maxItems: mostRowsOfPage }, signal);
    const status = answer.status ?? 'Unknown';
    if (status === 'Complete') return answer;
    if (status !== 'Scheduled' && status !== 'Running') {
      throw new CloudWatchError(`The query ended as "${status}": ${endings[status] ?? endings.Unknown!} [${queryId}]`, {
        code: status,
        queryId,
      });
    }
    onProgress?.({ queryId, status, ...scanCounts(answer.statistics) });
    // Queries that were started together must not ask together.
    await clock.wait(delay * (0.75 + clock.random() / 2), signal);
  }
}

/** The counts of an answer; zero where it has none yet. */
export function scanCounts(
  statistics: QueryStatistics | undefined,
): Pick<QueryProgress, 'recordsMatched' | 'recordsScanned' | 'bytesScanned'> {
  return {
    recordsMatched: statistics?.recordsMatched ?? 0,
    recordsScanned: statistics?.recordsScanned ?? 0,
    bytesScanned: statistics?.bytesScanned ?? 0,
  };
}

const endings: Readonly<Record<string, string>> = {
  Cancelled: 'somebody stopped it.',
  Failed: 'the service gives no reason; try again, or a shorter time range.',
  Timeout: 'it ran for longer than 60 minutes; take a shorter time range.',
  Unknown: 'the service does not know what became of it.',
};
