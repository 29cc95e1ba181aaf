import { required } from '../input/member.ts';
import { groupIdentifier, groupName, instant } from '../input/names.ts';
import { flag, text } from '../input/scalars.ts';
import { defineOperation, type Operation } from '../operation.ts';
import { discoveredFields, discoveredFormat } from '../queries/discovered-fields.ts';
import { readPointer } from '../queries/pointer.ts';
import { invalidParameter, notFound } from '../service-fault.ts';
import { namedGroup } from './named-group.ts';

const minute = 60_000;

/** Events that are looked at to tell which fields a group has. */
const mostLookedAt = 1_000;

const getLogRecord = defineOperation({
  name: 'GetLogRecord',
  input: { logRecordPointer: required(text({ min: 1 })), unmask: flag() },
  async handle({ logRecordPointer }, { account, events, identity }) {
    const ordinal = readPointer(logRecordPointer);
    if (ordinal === undefined) throw invalidParameter('The specified logRecordPointer is invalid.');
    for (const group of account.groups()) {
      const event = await events.find(group.table, ordinal);
      if (!event) continue;
      return {
        logRecord: {
          '@message': event.message,
          '@timestamp': String(event.timestamp),
          '@ingestionTime': String(event.ingestionTime),
          '@log': `${identity.accountId}:${group.name}`,
          '@logStream': event.stream,
          '@ptr': logRecordPointer,
          ...Object.fromEntries(discoveredFields(event.message, discoveredFormat([event.message]))),
        },
      };
    }
    throw notFound('The specified log record does not exist.');
  },
});

const getLogGroupFields = defineOperation({
  name: 'GetLogGroupFields',
  input: { logGroupName: groupName, logGroupIdentifier: groupIdentifier, time: instant },
  async handle(input, { account, events, now }) {
    const group = namedGroup(input, account);
    const { start, end } = searchedTime(input.time, now());
    const found = await events.read(group.table, { start, end, descending: true, limit: mostLookedAt });
    const messages = found.map(({ message }) => message);
    const format = discoveredFormat(messages.slice(0, 100));
    const counts = new Map<string, number>();
    const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const message of messages) {
      for (const name of ['@timestamp', '@message', '@ingestionTime', '@logStream', '@log']) count(name);
      for (const name of discoveredFields(message, format).keys()) count(name);
    }
    return {
      logGroupFields: [...counts]
        .map(([name, events]) => ({ name, percent: Math.round((100 * events) / messages.length) }))
        .sort((left, right) => right.percent - left.percent || (left.name < right.name ? -1 : 1)),
    };
  },
});

/** Eight minutes around the time, or the last quarter of an hour. */
function searchedTime(time: number | undefined, now: number): { readonly start: number; readonly end: number } {
  if (time === undefined) return { start: now - 15 * minute, end: now };
  const center = time > 100_000_000_000 ? time : time * 1000;
  return { start: center - 8 * minute, end: center + 8 * minute };
}

export const recordOperations: readonly Operation[] = [getLogRecord, getLogGroupFields];
