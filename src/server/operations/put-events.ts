import { list, structure } from '../input/collections.ts';
import { required } from '../input/member.ts';
import { groupName, instant, streamName } from '../input/names.ts';
import { text } from '../input/scalars.ts';
import { bytesBesideMessage, type NewEvent } from '../events/event-tables.ts';
import { defineOperation, type Operation } from '../operation.ts';
import { invalidParameter } from '../service-fault.ts';
import { uploadSequenceToken } from './log-streams.ts';

const mostBytes = 1_048_576;
const hour = 3_600_000;
const day = 24 * hour;

const putLogEvents = defineOperation({
  name: 'PutLogEvents',
  input: {
    logGroupName: required(groupName),
    logStreamName: required(streamName),
    logEvents: required(
      list(structure({ timestamp: required(instant), message: required(text({ min: 1 })) }), { min: 1, max: 10_000 }),
    ),
    sequenceToken: text({ min: 1 }),
  },
  async handle(input, { account, events, now }) {
    const group = account.group(input.logGroupName);
    const stream = account.stream(group.name, input.logStreamName);
    const bytes = checkBatch(input.logEvents);
    const ingestionTime = now();
    const { accepted, rejected } = sift(input.logEvents, ingestionTime, group.retentionInDays);
    if (accepted.length > 0) {
      await events.append(group.table, stream.name, accepted, ingestionTime);
      account.countEvents(group.name, {
        stream: stream.name,
        firstTimestamp: accepted[0]!.timestamp,
        lastTimestamp: accepted.at(-1)!.timestamp,
        lastIngestion: ingestionTime,
        bytes: accepted.length === input.logEvents.length ? bytes : bytesOf(accepted),
      });
    }
    return { nextSequenceToken: uploadSequenceToken, rejectedLogEventsInfo: rejected };
  },
});

/** The rules that refuse a whole batch. */
function checkBatch(events: readonly NewEvent[]): number {
  const bytes = bytesOf(events);
  if (bytes > mostBytes) {
    throw invalidParameter(`Upload too large: ${bytes} bytes exceeds limit of ${mostBytes}`);
  }
  if (events.some(({ timestamp }, index) => index > 0 && timestamp < events[index - 1]!.timestamp)) {
    throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.');
  }
  if (events.at(-1)!.timestamp - events[0]!.timestamp > day) {
    throw invalidParameter('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.');
  }
  return bytes;
}

function bytesOf(events: readonly NewEvent[]): number {
  return events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + bytesBesideMessage, 0);
}

interface SiftedEvents {
  readonly accepted: readonly NewEvent[];
  readonly rejected: Readonly<Record<string, number>> | undefined;
}

/** Events too old or too new are left out, and said; the others are kept. The batch is in order of time. */
function sift(events: readonly NewEvent[], now: number, retentionInDays: number | undefined): SiftedEvents {
  const expired = countBefore(events, now - (retentionInDays ?? Infinity) * day);
  const tooOld = countBefore(events, now - 14 * day);
  const tooNew = countBefore(events, now + 2 * hour + 1);
  const rejected = {
    ...(expired > 0 && { expiredLogEventEndIndex: expired }),
    ...(tooOld > 0 && { tooOldLogEventEndIndex: tooOld }),
    ...(tooNew < events.length && { tooNewLogEventStartIndex: tooNew }),
  };
  return {
    accepted: events.slice(Math.max(expired, tooOld), tooNew),
    rejected: Object.keys(rejected).length > 0 ? rejected : undefined,
  };
}

function countBefore(events: readonly NewEvent[], time: number): number {
  const first = events.findIndex(({ timestamp }) => timestamp >= time);
  return first < 0 ? events.length : first;
}

export const putEventsOperations: readonly Operation[] = [putLogEvents];
