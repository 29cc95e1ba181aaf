import type { GetQueryResultsCommandOutput, ResultField } from '@aws-sdk/client-cloudwatch-logs';
import { CloudWatchError } from './cloudwatch-error.ts';
import type { LogsApi } from './logs-api.ts';
import { mostRowsOfPage } from './row-limit.ts';

/** A row as the service sends it: the fields it has, each with its text. */
export type ServiceRow = readonly ResultField[];

/** All pages of a complete query, the first of which is already here. */
export async function* resultPages(
  api: LogsApi,
  queryId: string,
  first: GetQueryResultsCommandOutput,
  signal?: AbortSignal,
): AsyncGenerator<readonly ServiceRow[]> {
  let page = first;
  for (;;) {
    yield page.results ?? [];
    const { nextToken } = page;
    if (!nextToken) return;
    page = await api.getQueryResults({ queryId, nextToken, maxItems: mostRowsOfPage }, signal);
    if (page.nextToken === nextToken) {
      throw new CloudWatchError(`The service gives the same page again and again. [${queryId}]`, {
        code: 'RepeatedPage',
        queryId,
      });
    }
  }
}
