import { streamArn } from '../account/arn.ts';
import type { LogStream } from '../account/log-group.ts';
import { pageOf } from '../account/page-token.ts';
import { required } from '../input/member.ts';
import { groupIdentifier, groupName, pageSize, pageToken, streamName } from '../input/names.ts';
import { flag, oneOf } from '../input/scalars.ts';
import { defineOperation, type Operation } from '../operation.ts';
import type { Identity } from '../service.ts';
import { invalidParameter } from '../service-fault.ts';
import { refuseImported } from './imported.ts';
import { namedGroup } from './named-group.ts';

const createLogStream = defineOperation({
  name: 'CreateLogStream',
  input: { logGroupName: required(groupName), logStreamName: required(streamName) },
  async handle({ logGroupName, logStreamName }, { account, now }) {
    await account.addStream(account.group(logGroupName).name, logStreamName, now());
    return {};
  },
});

const deleteLogStream = defineOperation({
  name: 'DeleteLogStream',
  input: { logGroupName: required(groupName), logStreamName: required(streamName) },
  async handle({ logGroupName, logStreamName }, { account, events }) {
    const group = account.group(logGroupName);
    account.stream(group.name, logStreamName);
    refuseImported(group, events);
    await account.removeStream(group.name, logStreamName);
    await events.deleteStream(group.table, logStreamName);
    return {};
  },
});

const describeLogStreams = defineOperation({
  name: 'DescribeLogStreams',
  input: {
    logGroupName: groupName,
    logGroupIdentifier: groupIdentifier,
    logStreamNamePrefix: streamName,
    orderBy: oneOf('LogStreamName', 'LastEventTime'),
    descending: flag(),
    limit: pageSize(50),
    nextToken: pageToken,
  },
  handle(input, { account, identity }) {
    const group = namedGroup(input, account);
    const byTime = input.orderBy === 'LastEventTime';
    const prefix = input.logStreamNamePrefix;
    if (byTime && prefix !== undefined) {
      throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
    }
    const streams = account.streams(group.name).filter(({ name }) => name.startsWith(prefix ?? ''));
    const { page, nextToken } = pageOf(ordered(streams, byTime, input.descending ?? false), {
      token: input.nextToken,
      size: input.limit ?? 50,
      keyOf: ({ key }) => key,
    });
    return { logStreams: page.map(({ stream }) => describe(stream, identity)), nextToken };
  },
});

interface OrderedStream {
  /** Ascending in the order that was asked for. */
  readonly key: string;
  readonly stream: LogStream;
}

/** Streams without events are the oldest. */
function ordered(streams: readonly LogStream[], byTime: boolean, descending: boolean): readonly OrderedStream[] {
  const time = ({ lastTimestamp }: LogStream): number => (byTime ? (lastTimestamp ?? -1) : 0);
  const sorted = [...streams].sort((left, right) => time(left) - time(right) || (left.name < right.name ? -1 : 1));
  if (descending) sorted.reverse();
  return sorted.map((stream, index) => ({ key: String(index).padStart(12, '0'), stream }));
}

function describe(stream: LogStream, identity: Identity): object {
  return {
    logStreamName: stream.name,
    creationTime: stream.createdAt,
    firstEventTimestamp: stream.firstTimestamp,
    lastEventTimestamp: stream.lastTimestamp,
    lastIngestionTime: stream.lastIngestion,
    uploadSequenceToken,
    arn: streamArn(identity, stream.group, stream.name),
    // The service stopped counting the bytes of streams in 2019.
    storedBytes: 0,
  };
}

/** Sequence tokens are still given and no longer looked at. */
export const uploadSequenceToken = '49039859528450282393567104265283163258300396361573524690';

export const logStreamOperations: readonly Operation[] = [createLogStream, deleteLogStream, describeLogStreams];
