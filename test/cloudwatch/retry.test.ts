import { describe, expect, it } from 'vitest';
import { scriptedWorld } from './world.ts';
import type { ScriptedAnswer } from '../support/scripted-logs-server.ts';

const throttled: ScriptedAnswer = { fault: 'ThrottlingException', message: 'Rate exceeded' };
const noSlot: ScriptedAnswer = { fault: 'LimitExceededException', message: 'Account maximum query concurrency limit' };
const query = { queryString: 'fields a', startTime: 1, endTime: 2 };

describe('a call that fails', () => {
  it.each<{ name: string; fault: ScriptedAnswer }>([
    { name: 'throttled', fault: throttled },
    { name: 'unavailable', fault: { fault: 'ServiceUnavailableException', status: 503 } },
    { name: 'broken inside', fault: { fault: 'WhateverFailure', status: 500 } },
    { name: 'cut off', fault: 'reset' },
  ])('is tried again when it was $name', async ({ fault }) => {
    const { api, server } = await scriptedWorld({ GetQueryResults: [fault, fault, { body: { status: 'Complete' } }] });
    expect(await api.getQueryResults({ queryId: 'q-1' })).toMatchObject({ status: 'Complete' });
    expect(server.requests).toHaveLength(3);
  });

  it('is given up after the retries of the policy, and only these', async () => {
    const { api, server } = await scriptedWorld({ GetQueryResults: Array<ScriptedAnswer>(9).fill(throttled) });
    await expect(api.getQueryResults({ queryId: 'q-1' })).rejects.toMatchObject({ code: 'ThrottlingException' });
    expect(server.requests).toHaveLength(4);
  });

  it.each(['InvalidParameterException', 'AccessDeniedException', 'UnrecognizedClientException'])(
    'is not tried again when it cannot get better: %s',
    async (fault) => {
      const { api, server } = await scriptedWorld({ StopQuery: [{ fault, message: 'no' }] });
      await expect(api.stopQuery({ queryId: 'q-1' })).rejects.toMatchObject({ code: fault });
      expect(server.requests).toHaveLength(1);
    },
  );

  it('waits for a query slot, longer than for anything else', async () => {
    const { api, clock } = await scriptedWorld({ StartQuery: [noSlot, noSlot, { body: { queryId: 'q-1' } }] });
    expect(await api.startQuery(query)).toMatchObject({ queryId: 'q-1' });
    expect(clock.waits).toEqual([5_000, 5_000]);
  });

  it('gives a slot up in the end, and names the quota', async () => {
    const { api, server } = await scriptedWorld({ StartQuery: Array<ScriptedAnswer>(9).fill(noSlot) });
    await expect(api.startQuery(query)).rejects.toThrow('No query slot came free');
    expect(server.requests).toHaveLength(4);
  });

  it('does not wait for a slot where other operations meet a limit', async () => {
    const { api, server } = await scriptedWorld({ DescribeLogGroups: [noSlot] });
    await expect(api.describeLogGroups({})).rejects.toMatchObject({ code: 'LimitExceededException' });
    expect(server.requests).toHaveLength(1);
  });

  it('ends its waits when the person does', async () => {
    const interruption = new AbortController();
    const { api, server } = await scriptedWorld(
      { GetQueryResults: [throttled, throttled] },
      { firstDelay: 60_000, longestDelay: 60_000 },
    );
    const answer = api.getQueryResults({ queryId: 'q-1' }, interruption.signal);
    setTimeout(() => interruption.abort(new Error('Interrupted.')), 50);
    await expect(answer).rejects.toThrow('Interrupted.');
    expect(server.requests).toHaveLength(1);
  });
});
