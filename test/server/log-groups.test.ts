import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DeleteLogStreamCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  ListLogGroupsCommand,
  ListTagsForResourceCommand,
  ListTagsLogGroupCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
  TagLogGroupCommand,
  TagResourceCommand,
  UntagLogGroupCommand,
  UntagResourceCommand,
  type CloudWatchLogsClient,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, it } from 'vitest';
import { served } from './world.ts';

const now = Date.parse('2026-11-20T12:00:00Z');

async function groups(client: CloudWatchLogsClient, ...names: string[]): Promise<void> {
  for (const logGroupName of names) await client.send(new CreateLogGroupCommand({ logGroupName }));
}

describe('log groups', () => {
  it('are described with the ARNs, class and size the service gives', async () => {
    const { client } = await served({ now: () => now, region: 'eu-west-1', accountId: '123456789012' });
    await groups(client, 'vpc-flow');
    const { logGroups } = await client.send(new DescribeLogGroupsCommand({}));
    expect(logGroups).toEqual([
      {
        logGroupName: 'vpc-flow',
        creationTime: now,
        metricFilterCount: 0,
        arn: 'arn:aws:logs:eu-west-1:123456789012:log-group:vpc-flow:*',
        logGroupArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:vpc-flow',
        storedBytes: 0,
        logGroupClass: 'STANDARD',
        deletionProtectionEnabled: false,
      },
    ]);
  });

  it('cannot be made twice', async () => {
    const { client } = await served();
    await groups(client, 'a');
    await expect(groups(client, 'a')).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
      message: 'The specified log group already exists',
    });
  });

  it('are found by prefix and by a part of the name without regard to case', async () => {
    const { client } = await served();
    await groups(client, '/aws/lambda/one', '/aws/LAMBDA/two', 'other');
    const byPrefix = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/aws/lambda' }));
    const byPart = await client.send(new DescribeLogGroupsCommand({ logGroupNamePattern: 'lambda' }));
    expect(byPrefix.logGroups!.map(({ logGroupName }) => logGroupName)).toEqual(['/aws/lambda/one']);
    expect(byPart.logGroups!.map(({ logGroupName }) => logGroupName)).toEqual(['/aws/LAMBDA/two', '/aws/lambda/one']);
  });

  it('come in pages', async () => {
    const { client } = await served();
    await groups(client, 'a', 'b', 'c');
    const first = await client.send(new DescribeLogGroupsCommand({ limit: 2 }));
    const second = await client.send(new DescribeLogGroupsCommand({ limit: 2, nextToken: first.nextToken }));
    expect(first.logGroups!.map(({ logGroupName }) => logGroupName)).toEqual(['a', 'b']);
    expect(second.logGroups!.map(({ logGroupName }) => logGroupName)).toEqual(['c']);
    expect(second.nextToken).toBeUndefined();
  });

  it('refuse a token that is none', async () => {
    const { client } = await served();
    await expect(client.send(new DescribeLogGroupsCommand({ nextToken: 'x' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'The specified nextToken is invalid.',
    });
  });

  it('are listed by patterns', async () => {
    const { client } = await served();
    await groups(client, '/aws/lambda/one', 'my-discovery', 'other');
    const { logGroups } = await client.send(
      new ListLogGroupsCommand({ logGroupNamePattern: '^/aws/lambda|discovery' }),
    );
    expect(logGroups!.map(({ logGroupName }) => logGroupName)).toEqual(['/aws/lambda/one', 'my-discovery']);
  });

  it('are listed by tags', async () => {
    const { client } = await served();
    for (const [logGroupName, tags] of Object.entries({ a: { team: 'Red' }, b: { team: 'blue' }, c: { stage: 'x' } })) {
      await client.send(new CreateLogGroupCommand({ logGroupName, tags }));
    }
    const listed = async (values?: string[]): Promise<unknown[]> => {
      const logGroupTags = [{ key: 'team', values }];
      const { logGroups } = await client.send(new ListLogGroupsCommand({ logGroupTags }));
      return logGroups!.map(({ logGroupName }) => logGroupName);
    };
    expect(await listed()).toEqual(['a', 'b']);
    expect(await listed(['re*'])).toEqual(['a']);
    expect(await listed(['red'])).toEqual([]);
    expect(await listed(['!blue'])).toEqual(['a']);
  });

  it('have no data sources, so none is listed by one', async () => {
    const { client } = await served();
    await groups(client, 'a');
    const { logGroups } = await client.send(new ListLogGroupsCommand({ dataSources: [{ name: 'amazon_vpc' }] }));
    expect(logGroups).toEqual([]);
  });

  it('are gone with their streams when they are deleted', async () => {
    const { client } = await served();
    await groups(client, 'a');
    await client.send(new CreateLogStreamCommand({ logGroupName: 'a', logStreamName: 's' }));
    await client.send(new DeleteLogGroupCommand({ logGroupName: 'a' }));
    await groups(client, 'a');
    expect((await client.send(new DescribeLogStreamsCommand({ logGroupName: 'a' }))).logStreams).toEqual([]);
  });

  it('that are protected stay', async () => {
    const { client } = await served();
    await client.send(new CreateLogGroupCommand({ logGroupName: 'a', deletionProtectionEnabled: true }));
    await expect(client.send(new DeleteLogGroupCommand({ logGroupName: 'a' }))).rejects.toMatchObject({
      name: 'InvalidOperationException',
    });
  });

  it('that are not there are said to be', async () => {
    const { client } = await served();
    await expect(client.send(new DeleteLogGroupCommand({ logGroupName: 'a' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
  });
});

describe('retention', () => {
  it('is put and deleted', async () => {
    const { client } = await served();
    await groups(client, 'a');
    await client.send(new PutRetentionPolicyCommand({ logGroupName: 'a', retentionInDays: 14 }));
    const put = await client.send(new DescribeLogGroupsCommand({}));
    expect(put.logGroups![0]!.retentionInDays).toBe(14);
    await client.send(new DeleteRetentionPolicyCommand({ logGroupName: 'a' }));
    const deleted = await client.send(new DescribeLogGroupsCommand({}));
    expect(deleted.logGroups![0]!.retentionInDays).toBeUndefined();
  });

  it('takes only the days the service offers', async () => {
    const { client } = await served();
    await groups(client, 'a');
    await expect(
      client.send(new PutRetentionPolicyCommand({ logGroupName: 'a', retentionInDays: 2 })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('tags', () => {
  const arn = 'arn:aws:logs:us-east-1:000000000000:log-group:a';

  it('are set, listed and removed by ARN, with and without the star', async () => {
    const { client } = await served();
    await client.send(new CreateLogGroupCommand({ logGroupName: 'a', tags: { team: 'x' } }));
    await client.send(new TagResourceCommand({ resourceArn: `${arn}:*`, tags: { stage: 'test' } }));
    await client.send(new UntagResourceCommand({ resourceArn: arn, tagKeys: ['team'] }));
    expect((await client.send(new ListTagsForResourceCommand({ resourceArn: arn }))).tags).toEqual({ stage: 'test' });
  });

  it('are set by the older operations too', async () => {
    const { client } = await served();
    await groups(client, 'a');
    await client.send(new TagLogGroupCommand({ logGroupName: 'a', tags: { one: '1', two: '2' } }));
    await client.send(new UntagLogGroupCommand({ logGroupName: 'a', tags: ['one'] }));
    expect((await client.send(new ListTagsLogGroupCommand({ logGroupName: 'a' }))).tags).toEqual({ two: '2' });
  });

  it('are fifty at most', async () => {
    const { client } = await served();
    const many = (from: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`key${from + index}`, 'x']));
    await client.send(new CreateLogGroupCommand({ logGroupName: 'a', tags: many(0) }));
    await expect(client.send(new TagResourceCommand({ resourceArn: arn, tags: many(30) }))).rejects.toMatchObject({
      name: 'TooManyTagsException',
    });
  });
});

describe('log streams', () => {
  async function streamsWithEvents(client: CloudWatchLogsClient): Promise<void> {
    await groups(client, 'a');
    for (const [logStreamName, timestamp] of [
      ['x', now - 1_000],
      ['y', now - 3_000],
      ['z', now - 2_000],
    ] as const) {
      await client.send(new CreateLogStreamCommand({ logGroupName: 'a', logStreamName }));
      await client.send(
        new PutLogEventsCommand({ logGroupName: 'a', logStreamName, logEvents: [{ timestamp, message: 'm' }] }),
      );
    }
  }

  it('tell the times of their events', async () => {
    const { client } = await served({ now: () => now });
    await streamsWithEvents(client);
    const { logStreams } = await client.send(
      new DescribeLogStreamsCommand({ logGroupName: 'a', logStreamNamePrefix: 'y' }),
    );
    expect(logStreams).toMatchObject([
      {
        logStreamName: 'y',
        creationTime: now,
        firstEventTimestamp: now - 3_000,
        lastEventTimestamp: now - 3_000,
        lastIngestionTime: now,
        arn: 'arn:aws:logs:us-east-1:000000000000:log-group:a:log-stream:y',
        storedBytes: 0,
      },
    ]);
  });

  it('are ordered by name or by their last event', async () => {
    const { client } = await served({ now: () => now });
    await streamsWithEvents(client);
    const named = await client.send(new DescribeLogStreamsCommand({ logGroupName: 'a', descending: true }));
    const timed = await client.send(new DescribeLogStreamsCommand({ logGroupName: 'a', orderBy: 'LastEventTime' }));
    expect(named.logStreams!.map(({ logStreamName }) => logStreamName)).toEqual(['z', 'y', 'x']);
    expect(timed.logStreams!.map(({ logStreamName }) => logStreamName)).toEqual(['y', 'z', 'x']);
  });

  it('take their events with them when they are deleted', async () => {
    const { client } = await served({ now: () => now });
    await streamsWithEvents(client);
    await client.send(new DeleteLogStreamCommand({ logGroupName: 'a', logStreamName: 'y' }));
    const { logStreams } = await client.send(new DescribeLogStreamsCommand({ logGroupName: 'a' }));
    expect(logStreams!.map(({ logStreamName }) => logStreamName)).toEqual(['x', 'z']);
  });

  it('need exactly one name for their group', async () => {
    const { client } = await served();
    await expect(client.send(new DescribeLogStreamsCommand({}))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});
