import type { FilteredLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import type { TimeRange } from '../results/time-range.ts';
import { isArn, withoutStar } from './log-groups.ts';
import type { LogsApi } from './logs-api.ts';

export interface SampleOptions {
  readonly api: LogsApi;
  readonly range: TimeRange;
  /** Events wanted; 100 unless told. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/** The service may answer with an empty page and a token while it searches; so many pages are read at most. */
const mostPages = 20;

/** The first messages of a range, up to a hundred. FilterLogEvents scans nothing for money. */
export async function sampleEvents(logGroup: string, options: SampleOptions): Promise<readonly string[]> {
  const { api, range, limit = 100, signal } = options;
  const group = isArn(logGroup) ? { logGroupIdentifier: withoutStar(logGroup) } : { logGroupName: logGroup };
  const events: FilteredLogEvent[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < mostPages && events.length < limit; page++) {
    const answer = await api.filterLogEvents(
      { ...group, startTime: range.start, endTime: range.end, limit: limit - events.length, nextToken },
      signal,
    );
    events.push(...(answer.events ?? []));
    nextToken = answer.nextToken;
    if (!nextToken) break;
  }
  return events.slice(0, limit).flatMap(({ message }) => (message === undefined ? [] : [message]));
}
