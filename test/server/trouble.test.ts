import { CreateLogGroupCommand, DescribeLogGroupsCommand, StartQueryCommand } from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, it } from 'vitest';
import { readFaultRates, type FaultRates } from '../../src/server/faults.ts';
import { Quotas } from '../../src/server/quotas.ts';
import { served } from './world.ts';

/** What so many requests met, in order. */
async function outcomes(faultRates: FaultRates, seed: number, count = 40): Promise<string[]> {
  const { client } = await served({ faultRates, seed });
  const seen: string[] = [];
  for (let request = 0; request < count; request++) {
    await client.send(new DescribeLogGroupsCommand({})).then(
      () => seen.push('fine'),
      (error: unknown) => seen.push((error as { code?: string }).code ?? (error as Error).name),
    );
  }
  return seen;
}

describe('faults', () => {
  it('come as often as asked for, and the same way for the same seed', async () => {
    const rates = { throttle: 0.25, error: 0.25, reset: 0.25 };
    const first = await outcomes(rates, 7);
    expect(new Set(first)).toEqual(
      new Set(['fine', 'ThrottlingException', 'ServiceUnavailableException', 'ECONNRESET']),
    );
    expect(await outcomes(rates, 7)).toEqual(first);
    expect(await outcomes(rates, 8)).not.toEqual(first);
  });

  it('are off unless asked for', async () => {
    expect(new Set(await outcomes({}, 1))).toEqual(new Set(['fine']));
  });

  it('are written as rates', () => {
    expect(readFaultRates('throttle=0.05, error=0.01,reset=1,timeout=0')).toEqual({
      throttle: 0.05,
      error: 0.01,
      reset: 1,
      timeout: 0,
    });
  });

  it.each(['', 'throttle', 'throttle=', 'throttle=x', 'throttle=-1', 'throttle=1.5', 'a=b=c', 'rest=1'])(
    'cannot be written as "%s"',
    (text) => {
      expect(() => readFaultRates(text)).toThrow('is no fault');
    },
  );
});

describe('quotas', () => {
  it('admit a second’s worth at once, and more as time goes by', () => {
    let now = 0;
    const quotas = new Quotas(true, () => now);
    const start = (): void => quotas.admit('StartQuery');
    for (let call = 0; call < 10; call++) start();
    expect(start).toThrow('Rate exceeded');
    now = 100;
    start();
    expect(start).toThrow('Rate exceeded');
  });

  it('let a hundred queries run', () => {
    const quotas = new Quotas(true, () => 0);
    quotas.admitQuery(99);
    expect(() => quotas.admitQuery(100)).toThrow(/concurrency limit of \[100\]/);
  });

  it('are off unless asked for', () => {
    const quotas = new Quotas(false, () => 0);
    quotas.admitQuery(1000);
    for (let call = 0; call < 100; call++) quotas.admit('StartQuery');
  });

  it('hold on the wire where they are on', async () => {
    const { client } = await served({ quotas: true, latency: 60_000, now: () => 1_700_000_000_000 });
    await client.send(new CreateLogGroupCommand({ logGroupName: 'g' }));
    const start = () =>
      client.send(
        new StartQueryCommand({ logGroupName: 'g', startTime: 1, endTime: 2, queryString: 'stats count(*)' }),
      );
    for (let call = 0; call < 10; call++) await start();
    await expect(start()).rejects.toMatchObject({ name: 'ThrottlingException', message: 'Rate exceeded' });
  });
});
