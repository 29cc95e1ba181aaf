import { describe, expect, it } from 'vitest';
import { openLogsApi } from '../../src/cloudwatch/client.ts';
import { runOnCloudWatch } from '../../src/cloudwatch/run-query.ts';
import { sampleEvents } from '../../src/cloudwatch/sample-events.ts';
import { allRows, limitOf, queryWith } from './world.ts';

/** A log group of the account at hand; the queries below scan its last hour, for money. */
const logGroup = process.env.FLOWQ_LIVE_LOG_GROUP;

describe.runIf(logGroup)('the real service', () => {
  const group = logGroup ?? '';
  const range = { start: Date.now() - 3_600_000, end: Date.now() };

  it('answers a query with as many rows as its statistics say', async () => {
    const api = await openLogsApi();
    const { rows, statistics, columns } = await runOnCloudWatch(
      {
        query: queryWith(limitOf(20)),
        source: { name: '<live>', text: 'fields @timestamp, @message | sort @timestamp desc | limit 20' },
        logGroups: [group],
        range,
      },
      { api },
    );
    const read = await allRows(rows);
    expect((await statistics).rows).toBe(read.length);
    if (read.length > 0) expect(columns.map(({ name }) => name)).toEqual(['@timestamp', '@message', '@ptr']);
    api.close();
  });

  it('refuses a malformed query as a finding in the text', async () => {
    const api = await openLogsApi();
    const source = { name: '<live>', text: 'fields @timestamp | filter strlenn(@message) > 3' };
    const result = runOnCloudWatch({ query: queryWith(), source, logGroups: [group], range }, { api });
    await expect(result).rejects.toMatchObject({ name: 'QueryError' });
    api.close();
  });

  it('shows events without a query', async () => {
    const api = await openLogsApi();
    expect((await sampleEvents(group, { api, range, limit: 5 })).length).toBeLessThanOrEqual(5);
    api.close();
  });
});
