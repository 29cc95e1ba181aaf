import { expect, it } from 'vitest';
import { sampleEvents } from '../../src/cloudwatch/sample-events.ts';
import { scriptedWorld } from './world.ts';

const range = { start: 1_000, end: 5_999 };

it('reads the first events of the range', async () => {
  const { api, server } = await scriptedWorld({
    FilterLogEvents: [{ body: { events: [{ message: '2 123' }, { message: '2 456' }] } }],
  });
  expect(await sampleEvents('vpc-flow', { api, range })).toEqual(['2 123', '2 456']);
  expect(server.requests[0]!.body).toEqual({ logGroupName: 'vpc-flow', startTime: 1_000, endTime: 5_999, limit: 100 });
});

it('goes on past pages that are empty', async () => {
  const { api, server } = await scriptedWorld({
    FilterLogEvents: [
      { body: { events: [], nextToken: 'two' } },
      { body: { events: [{ message: 'a' }, { message: 'b' }], nextToken: 'three' } },
    ],
  });
  expect(await sampleEvents('vpc-flow', { api, range, limit: 2 })).toEqual(['a', 'b']);
  expect(server.requests.map(({ body }) => body.nextToken)).toEqual([undefined, 'two']);
});

it('gives up a search that finds nothing', async () => {
  const empty = { body: { events: [], nextToken: 'more' } };
  const { api, server } = await scriptedWorld({ FilterLogEvents: Array<typeof empty>(30).fill(empty) });
  expect(await sampleEvents('vpc-flow', { api, range })).toEqual([]);
  expect(server.requests).toHaveLength(20);
});
