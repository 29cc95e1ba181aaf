import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DescribeQueriesCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openLogsApi } from '../../src/cloudwatch/client.ts';
import type { LogsApi } from '../../src/cloudwatch/logs-api.ts';
import { defaultRetryPolicy } from '../../src/cloudwatch/retry.ts';
import { runOnCloudWatch, type CloudWatchOptions } from '../../src/cloudwatch/run-query.ts';
import { sampleEvents } from '../../src/cloudwatch/sample-events.ts';
import { parse } from '../../src/language/parse.ts';
import type { QueryResult } from '../../src/results/result.ts';
import type { ServerOptions } from '../../src/server/start-server.ts';
import { served, type ServedWorld } from './world.ts';

const now = 1_700_000_000_000;
const range = { start: now - 3_600_000, end: now };

/** Our own runner before our own endpoint, with so many events. */
async function world(count: number, options: ServerOptions = {}): Promise<ServedWorld & { readonly api: LogsApi }> {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'any');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'any');
  const endpoint = await served({ now: () => now, ...options });
  const retry = { ...defaultRetryPolicy, retries: 20, firstDelay: 1, longestDelay: 5 };
  const api = await openLogsApi({ region: 'us-east-1', endpointUrl: endpoint.server.url, retry });
  onTestFinished(() => {
    api.close();
    vi.unstubAllEnvs();
  });
  await patiently(() => endpoint.client.send(new CreateLogGroupCommand({ logGroupName: 'g' })));
  await patiently(() => endpoint.client.send(new CreateLogStreamCommand({ logGroupName: 'g', logStreamName: 's' })));
  for (let from = 0; from < count; from += 10_000) {
    const logEvents = Array.from({ length: Math.min(10_000, count - from) }, (_, index) => ({
      timestamp: now - 1_000,
      message: `{"n":${from + index}}`,
    }));
    await patiently(() =>
      endpoint.client.send(new PutLogEventsCommand({ logGroupName: 'g', logStreamName: 's', logEvents })),
    );
  }
  return { ...endpoint, api };
}

/** Again and again: faults that were asked for strike here too. */
async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const { name } = error as Error;
      if (name !== 'ThrottlingException' && name !== 'ServiceUnavailableException' && name !== 'Error') throw error;
    }
  }
}

async function run(api: LogsApi, text: string, options: Partial<CloudWatchOptions> = {}): Promise<QueryResult> {
  const source = { name: '<query>', text };
  const { query } = parse(source);
  return runOnCloudWatch({ query, source, logGroups: ['g'], range }, { api, ...options });
}

async function count(result: QueryResult): Promise<number> {
  let rows = 0;
  for await (const batch of result.rows) rows += batch.length;
  return rows;
}

describe('the runner before the endpoint', () => {
  it('accounts for every row over several pages', async () => {
    const { api } = await world(25_000);
    const result = await run(api, 'fields n');
    const seen = new Set<string | undefined>();
    for await (const batch of result.rows) for (const [n] of batch) seen.add(n);
    expect(seen.size).toBe(25_000);
    expect(await result.statistics).toMatchObject({ recordsMatched: 25_000, rows: 25_000, warnings: [] });
  });

  it('says that a limit cut the answer', async () => {
    const { api } = await world(50);
    const result = await run(api, 'fields n', { limit: 20 });
    expect(await count(result)).toBe(20);
    expect((await result.statistics).warnings).toEqual([
      'The answer stops at 20 rows; 50 events matched, so there may be more.',
    ]);
  });

  it('gets through throttling, faults and cut connections', async () => {
    const { api } = await world(100, { faultRates: { throttle: 0.2, error: 0.1, reset: 0.1 }, seed: 3 });
    for (let round = 0; round < 5; round++) expect(await count(await run(api, 'fields n'))).toBe(100);
  });

  it('shows a refusal at its place', async () => {
    const { api } = await world(1);
    const text = 'filter strlenn(@message) > 3';
    await expect(run(api, text)).rejects.toMatchObject({
      name: 'QueryError',
      diagnostics: [{ span: { start: text.indexOf('strlenn'), end: text.indexOf('(') } }],
    });
  });

  it('stops the query at the service when it is interrupted', async () => {
    const { api, client } = await world(10, { latency: 60_000 });
    const interruption = new AbortController();
    const running = run(api, 'fields n', {
      signal: interruption.signal,
      onProgress: () => interruption.abort(new Error('Interrupted.')),
    });
    await expect(running).rejects.toThrow('Interrupted.');
    const { queries } = await client.send(new DescribeQueriesCommand({}));
    expect(queries).toMatchObject([{ status: 'Cancelled' }]);
  });

  it('tells that a query timed out', async () => {
    const { api } = await world(1, { faultRates: { timeout: 1 } });
    await expect(run(api, 'fields n')).rejects.toMatchObject({ name: 'CloudWatchError', code: 'Timeout' });
  });

  it('shows the first events without a query', async () => {
    const { api } = await world(300);
    const lines = await sampleEvents('g', { api, range });
    expect(lines).toHaveLength(100);
    expect(lines[0]).toBe('{"n":0}');
  });
});
