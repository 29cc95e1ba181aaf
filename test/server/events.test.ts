import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
  type CloudWatchLogsClient,
  type InputLogEvent,
  type PutLogEventsCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, it } from 'vitest';
import { served } from './world.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

async function stream(client: CloudWatchLogsClient, logStreamName = 's'): Promise<void> {
  await client.send(new CreateLogGroupCommand({ logGroupName: 'g' })).catch((error: unknown) => {
    if ((error as Error).name !== 'ResourceAlreadyExistsException') throw error;
  });
  await client.send(new CreateLogStreamCommand({ logGroupName: 'g', logStreamName }));
}

function put(
  client: CloudWatchLogsClient,
  logEvents: InputLogEvent[],
  logStreamName = 's',
): Promise<PutLogEventsCommandOutput> {
  return client.send(new PutLogEventsCommand({ logGroupName: 'g', logStreamName, logEvents }));
}

describe('putting events', () => {
  it('keeps what is neither too old nor too new, and says where the rest stood', async () => {
    const { client } = await served({ now: () => now });
    await stream(client);
    const old = await put(client, [
      { timestamp: now - 14 * day - hour, message: 'too old' },
      { timestamp: now - 14 * day, message: 'old' },
    ]);
    const young = await put(client, [
      { timestamp: now + 2 * hour, message: 'new' },
      { timestamp: now + 2 * hour + 1, message: 'too new' },
    ]);
    expect(old.rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 1 });
    expect(young.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 1 });
    const { events } = await client.send(new FilterLogEventsCommand({ logGroupName: 'g' }));
    expect(events!.map(({ message }) => message)).toEqual(['old', 'new']);
  });

  it('rejects what is past the retention of the group', async () => {
    const { client } = await served({ now: () => now });
    await stream(client);
    await client.send(new PutRetentionPolicyCommand({ logGroupName: 'g', retentionInDays: 1 }));
    const { rejectedLogEventsInfo } = await put(client, [
      { timestamp: now - day - 1, message: 'expired' },
      { timestamp: now - hour, message: 'fresh' },
    ]);
    expect(rejectedLogEventsInfo).toEqual({ expiredLogEventEndIndex: 1 });
  });

  it.each([
    {
      name: 'events out of order',
      events: [
        { timestamp: now, message: 'b' },
        { timestamp: now - 1, message: 'a' },
      ],
      message: 'Log events in a single PutLogEvents request must be in chronological order.',
    },
    {
      name: 'a span of more than a day',
      events: [
        { timestamp: now - day - 1, message: 'a' },
        { timestamp: now, message: 'b' },
      ],
      message: 'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    },
    {
      name: 'more than a megabyte',
      events: [{ timestamp: now, message: 'x'.repeat(1_048_576) }],
      message: 'Upload too large: 1048602 bytes exceeds limit of 1048576',
    },
    {
      name: 'an empty message',
      events: [{ timestamp: now, message: '' }],
      message:
        "1 validation error detected: Value '' at 'logEvents.1.member.message' failed to satisfy constraint: Member must have length greater than or equal to 1",
    },
    {
      name: 'no events',
      events: [],
      message:
        "1 validation error detected: Value '[]' at 'logEvents' failed to satisfy constraint: Member must have length greater than or equal to 1",
    },
  ])('refuses $name', async ({ events, message }) => {
    const { client } = await served({ now: () => now });
    await stream(client);
    await expect(put(client, events)).rejects.toMatchObject({ name: 'InvalidParameterException', message });
  });

  it('needs a stream', async () => {
    const { client } = await served({ now: () => now });
    await client.send(new CreateLogGroupCommand({ logGroupName: 'g' }));
    await expect(put(client, [{ timestamp: now, message: 'a' }])).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log stream does not exist.',
    });
  });

  it('keeps any text, byte for byte', async () => {
    const { client } = await served({ now: () => now });
    await stream(client);
    const message = 'tab\t"quotes" \\ \u0000 nul, é, 日本, 🎈\r\nsecond line\n';
    await put(client, [{ timestamp: now, message }]);
    const { events } = await client.send(new GetLogEventsCommand({ logGroupName: 'g', logStreamName: 's' }));
    expect(events![0]!.message).toBe(message);
  });
});

describe('getting the events of a stream', () => {
  const five = Array.from({ length: 5 }, (_, index) => ({ timestamp: now + index, message: `m${index}` }));
  const messages = (events: readonly { message?: string | undefined }[] | undefined): unknown[] =>
    events!.map(({ message }) => message);

  async function filled(): Promise<CloudWatchLogsClient> {
    const { client } = await served({ now: () => now });
    await stream(client);
    await put(client, five);
    return client;
  }

  const get = (client: CloudWatchLogsClient, more: object) =>
    client.send(new GetLogEventsCommand({ logGroupName: 'g', logStreamName: 's', ...more }));

  it('begins at the end unless told, in order of time', async () => {
    const client = await filled();
    expect(messages((await get(client, { limit: 2 })).events)).toEqual(['m3', 'm4']);
    expect(messages((await get(client, { limit: 2, startFromHead: true })).events)).toEqual(['m0', 'm1']);
  });

  it('goes forward and backward by token', async () => {
    const client = await filled();
    const first = await get(client, { limit: 2, startFromHead: true });
    const second = await get(client, { limit: 2, nextToken: first.nextForwardToken });
    const back = await get(client, { limit: 2, nextToken: second.nextBackwardToken });
    expect(messages(second.events)).toEqual(['m2', 'm3']);
    expect(messages(back.events)).toEqual(['m0', 'm1']);
  });

  it('gives the same token at the end, and what comes later after it', async () => {
    const client = await filled();
    const all = await get(client, { startFromHead: true });
    const end = await get(client, { nextToken: all.nextForwardToken });
    expect(end.events).toEqual([]);
    expect(end.nextForwardToken).toBe(all.nextForwardToken);
    await put(client, [{ timestamp: now + 9, message: 'later' }]);
    expect(messages((await get(client, { nextToken: end.nextForwardToken })).events)).toEqual(['later']);
  });

  it('leaves out events of the end time itself', async () => {
    const client = await filled();
    expect(messages((await get(client, { startTime: now + 1, endTime: now + 3 })).events)).toEqual(['m1', 'm2']);
  });
});

describe('filtering the events of a group', () => {
  it('mixes the streams in order of time, to the end time itself', async () => {
    const { client } = await served({ now: () => now });
    await stream(client, 'one');
    await stream(client, 'two');
    await put(
      client,
      [
        { timestamp: now, message: 'a' },
        { timestamp: now + 2, message: 'c' },
      ],
      'one',
    );
    await put(
      client,
      [
        { timestamp: now + 1, message: 'b' },
        { timestamp: now + 3, message: 'd' },
      ],
      'two',
    );
    const { events } = await client.send(
      new FilterLogEventsCommand({ logGroupName: 'g', startTime: now, endTime: now + 2 }),
    );
    expect(events!.map(({ message, logStreamName }) => [logStreamName, message])).toEqual([
      ['one', 'a'],
      ['two', 'b'],
      ['one', 'c'],
    ]);
    expect(new Set(events!.map(({ eventId }) => eventId)).size).toBe(3);
  });

  it('finds by pattern and comes in pages without a token after the last', async () => {
    const { client } = await served({ now: () => now });
    await stream(client);
    await put(
      client,
      Array.from({ length: 6 }, (_, index) => ({
        timestamp: now,
        message: `${index % 2 ? 'ERROR' : 'INFO'} ${index}`,
      })),
    );
    const filter = { logGroupName: 'g', filterPattern: 'ERROR', limit: 2 };
    const first = await client.send(new FilterLogEventsCommand(filter));
    const second = await client.send(new FilterLogEventsCommand({ ...filter, nextToken: first.nextToken }));
    expect(first.events!.map(({ message }) => message)).toEqual(['ERROR 1', 'ERROR 3']);
    expect(second.events!.map(({ message }) => message)).toEqual(['ERROR 5']);
    expect(second.nextToken).toBeUndefined();
  });

  it('begins at the end where it is told to', async () => {
    const { client } = await served({ now: () => now });
    await stream(client);
    await put(client, [
      { timestamp: now, message: 'a' },
      { timestamp: now + 1, message: 'b' },
    ]);
    const { events } = await client.send(new FilterLogEventsCommand({ logGroupName: 'g', startFromHead: false }));
    expect(events!.map(({ message }) => message)).toEqual(['b', 'a']);
  });

  it('looks into the named streams only', async () => {
    const { client } = await served({ now: () => now });
    await stream(client, 'app-1');
    await stream(client, 'web-1');
    await put(client, [{ timestamp: now, message: 'a' }], 'app-1');
    await put(client, [{ timestamp: now, message: 'b' }], 'web-1');
    const named = await client.send(new FilterLogEventsCommand({ logGroupName: 'g', logStreamNames: ['web-1'] }));
    const begun = await client.send(new FilterLogEventsCommand({ logGroupName: 'g', logStreamNamePrefix: 'app' }));
    expect(named.events!.map(({ message }) => message)).toEqual(['b']);
    expect(begun.events!.map(({ message }) => message)).toEqual(['a']);
  });
});
