import type { LogGroup } from '../account/log-group.ts';
import { readToken, writeToken } from '../account/page-token.ts';
import { bytesBesideMessage, type EventRange, type StoredEvent } from '../events/event-tables.ts';
import { beginning, positionId, readPositionId, type Position } from '../events/position.ts';
import { parseFilterPattern, type EventFilter } from '../filter-pattern/filter-pattern.ts';
import { list } from '../input/collections.ts';
import { required } from '../input/member.ts';
import { groupIdentifier, groupName, instant, pageSize, pageToken, streamName } from '../input/names.ts';
import { flag, text } from '../input/scalars.ts';
import { defineOperation, type Operation } from '../operation.ts';
import type { Service } from '../service.ts';
import { invalidParameter } from '../service-fault.ts';
import { namedGroup } from './named-group.ts';

const mostEvents = 10_000;
/** Of a page, in the service's way of counting. */
const mostBytes = 1_048_576;

const getLogEvents = defineOperation({
  name: 'GetLogEvents',
  input: {
    logGroupName: groupName,
    logGroupIdentifier: groupIdentifier,
    logStreamName: required(streamName),
    startTime: instant,
    endTime: instant,
    nextToken: pageToken,
    limit: pageSize(mostEvents),
    startFromHead: flag(),
    unmask: flag(),
  },
  async handle(input, { account, events }) {
    const group = namedGroup(input, account);
    account.stream(group.name, input.logStreamName);
    const token = input.nextToken === undefined ? undefined : readDirection(input.nextToken);
    const backward = token ? token.backward : !(input.startFromHead ?? false);
    const page = await events.read(group.table, {
      start: input.startTime,
      // Unlike FilterLogEvents, this operation leaves out events of the end time itself.
      end: input.endTime === undefined ? undefined : input.endTime - 1,
      streams: [input.logStreamName],
      ...(token && (backward ? { before: token.position } : { after: token.position })),
      descending: backward,
      limit: input.limit ?? mostEvents,
    });
    if (backward) page.reverse();
    const edge = token?.position ?? beginning;
    return {
      events: page.map(({ timestamp, message, ingestionTime }) => ({ timestamp, message, ingestionTime })),
      // At an end of the stream the same token comes back: clients stop there.
      nextForwardToken: `f/${positionId(page.at(-1) ?? edge)}/s`,
      nextBackwardToken: `b/${positionId(page[0] ?? edge)}/s`,
    };
  },
});

function readDirection(token: string): { readonly backward: boolean; readonly position: Position } {
  const match = /^([fb])\/(\d{56})\/s$/.exec(token);
  const position = match && readPositionId(match[2]!);
  if (!position) throw invalidParameter('The specified nextToken is invalid.');
  return { backward: match[1] === 'b', position };
}

const filterLogEvents = defineOperation({
  name: 'FilterLogEvents',
  input: {
    logGroupName: groupName,
    logGroupIdentifier: groupIdentifier,
    logStreamNames: list(streamName, { min: 1, max: 100 }),
    logStreamNamePrefix: streamName,
    startTime: instant,
    endTime: instant,
    filterPattern: text({ max: 1024 }),
    nextToken: pageToken,
    limit: pageSize(mostEvents),
    startFromHead: flag(),
    interleaved: flag(),
    unmask: flag(),
  },
  async handle(input, service) {
    const group = namedGroup(input, service.account);
    const streams = searchedStreams(input, group, service);
    const descending = input.startFromHead === false;
    const place = input.nextToken === undefined ? undefined : placeOf(input.nextToken);
    const { page, stoppedAt } = await search(service, {
      group,
      filter: parseFilterPattern(input.filterPattern ?? ''),
      limit: input.limit ?? mostEvents,
      range: {
        start: input.startTime,
        end: input.endTime,
        streams,
        ...(place && (descending ? { before: place } : { after: place })),
        descending,
      },
    });
    return {
      events: page.map((event) => ({
        logStreamName: event.stream,
        timestamp: event.timestamp,
        message: event.message,
        ingestionTime: event.ingestionTime,
        eventId: positionId(event),
      })),
      searchedLogStreams: [],
      nextToken: stoppedAt && writeToken(positionId(stoppedAt)),
    };
  },
});

function searchedStreams(
  input: { readonly logStreamNames: readonly string[] | undefined; readonly logStreamNamePrefix: string | undefined },
  group: LogGroup,
  { account }: Service,
): readonly string[] | undefined {
  const { logStreamNames: names, logStreamNamePrefix: prefix } = input;
  if (names && prefix !== undefined) {
    throw invalidParameter('logStreamNames and logStreamNamePrefix are mutually exclusive.');
  }
  if (names) return names.map((name) => account.stream(group.name, name).name);
  if (prefix === undefined) return undefined;
  return account.streams(group.name).flatMap(({ name }) => (name.startsWith(prefix) ? [name] : []));
}

function placeOf(token: string): Position {
  const position = readPositionId(readToken(token));
  if (!position) throw invalidParameter('The specified nextToken is invalid.');
  return position;
}

interface Search {
  readonly group: LogGroup;
  readonly filter: EventFilter;
  readonly limit: number;
  readonly range: Omit<EventRange, 'limit'>;
}

/** Events looked at for one page: a rare term must not hold a request for minutes. */
const mostLookedAt = 100_000;

/** Reads on until the page is full, the group is searched, or enough was looked at: then the page may be short and still have a token. */
async function search(
  { events }: Service,
  { group, filter, limit, range }: Search,
): Promise<{ readonly page: readonly StoredEvent[]; readonly stoppedAt: Position | undefined }> {
  const page: StoredEvent[] = [];
  const direction = range.descending ? 'before' : 'after';
  let place = range[direction];
  let bytes = 0;
  for (let lookedAt = 0; lookedAt < mostLookedAt;) {
    const batch = await events.read(group.table, { ...range, [direction]: place, limit: mostEvents });
    if (batch.length === 0) return { page, stoppedAt: undefined };
    for (const event of batch) {
      if (filter(event.message)) {
        const size = Buffer.byteLength(event.message) + bytesBesideMessage;
        if (page.length === limit || (page.length > 0 && bytes + size > mostBytes)) return { page, stoppedAt: place };
        bytes += size;
        page.push(event);
      }
      place = event;
    }
    lookedAt += batch.length;
  }
  return { page, stoppedAt: place };
}

export const readEventsOperations: readonly Operation[] = [getLogEvents, filterLogEvents];
