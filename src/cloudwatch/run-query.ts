import type { GetQueryResultsCommandOutput } from '@aws-sdk/client-cloudwatch-logs';
import type { Query } from '../language/ast.ts';
import type { Column, QueryResult } from '../results/result.ts';
import type { TimeRange } from '../results/time-range.ts';
import type { Source } from '../text/source.ts';
import { answer, foresee } from './answer.ts';
import { systemClock, type Clock } from './clock.ts';
import { CloudWatchError } from './cloudwatch-error.ts';
import { groupArguments } from './log-groups.ts';
import type { LogsApi } from './logs-api.ts';
import { resultPages } from './pages.ts';
import { pollUntilComplete, type QueryProgress } from './poll.ts';
import { refusalOf } from './refusal.ts';
import { rowLimit, type RowLimit } from './row-limit.ts';

/** A query, its text as it is to be sent, and what it asks. */
export interface CloudWatchQuery {
  readonly query: Query;
  /** Sent as it stands; refusals point into it. */
  readonly source: Source;
  /** Names or ARNs; empty where the query begins with SOURCE. */
  readonly logGroups: readonly string[];
  readonly range: TimeRange;
}

export interface CloudWatchOptions {
  readonly api: LogsApi;
  /** From analysis. Left out, all rows are read before the answer begins, to know their fields. */
  readonly columns?: readonly Column[];
  /** Rows asked for where the text has no `limit`. */
  readonly limit?: number;
  /** Stops the query at the service. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: QueryProgress) => void;
  readonly clock?: Clock;
}

/** Runs a query on CloudWatch Logs Insights; resolves when it is complete and its first page is here. */
export async function runOnCloudWatch(request: CloudWatchQuery, options: CloudWatchOptions): Promise<QueryResult> {
  const { api, signal, clock = systemClock } = options;
  const startedAt = clock.now();
  const limit = rowLimit(request.query, options.limit);
  const queryId = await start(request, limit, options);
  const first = await untilComplete(queryId, { ...options, clock });
  const pages = resultPages(api, queryId, first, signal);
  const { columns, batches } = await foresee(pages, options.columns);
  return answer({ columns, batches, first, limit, elapsed: () => clock.now() - startedAt });
}

async function start(request: CloudWatchQuery, limit: RowLimit, options: CloudWatchOptions): Promise<string> {
  const { source, range } = request;
  options.signal?.throwIfAborted();
  try {
    const { queryId } = await options.api.startQuery(
      {
        ...groupArguments(request.query, request.logGroups),
        queryString: source.text,
        startTime: Math.floor(range.start / 1000),
        endTime: Math.floor(range.end / 1000),
        ...(limit.sent !== undefined && { limit: limit.sent }),
      },
      options.signal,
    );
    if (queryId) return queryId;
  } catch (error) {
    if (error instanceof CloudWatchError && error.code === 'MalformedQueryException') throw refusalOf(error, source);
    throw error;
  }
  throw new CloudWatchError('The service started the query but did not say under which id.', { code: 'NoQueryId' });
}

/** A query that nobody waits for any more must not go on costing money. */
async function untilComplete(
  queryId: string,
  options: CloudWatchOptions & { readonly clock: Clock },
): Promise<GetQueryResultsCommandOutput> {
  const { api, signal } = options;
  try {
    return await pollUntilComplete(api, queryId, options);
  } catch (error) {
    if (error instanceof CloudWatchError && error.queryId === queryId) throw error;
    const failure = await stop(api, queryId);
    if (failure === undefined || signal?.aborted) throw error;
    throw new CloudWatchError(`${(error as Error).message} The query may still be running. [${queryId}]`, {
      code: 'MayBeRunning',
      queryId,
      cause: error,
    });
  }
}

/** The failure to stop, if any: a query that has ended meanwhile cannot be stopped, and need not be. */
async function stop(api: LogsApi, queryId: string): Promise<unknown> {
  try {
    await api.stopQuery({ queryId });
    return undefined;
  } catch (error) {
    return error instanceof CloudWatchError && error.code === 'InvalidParameterException' ? undefined : error;
  }
}
