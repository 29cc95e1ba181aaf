import { openJson } from '../input/json-files.ts';
import type { PeekedFile } from '../input/peek.ts';
import type { EventPart, Reader } from '../reader.ts';
import { objectOf } from './json-lines.ts';

/** What `aws logs filter-log-events` and `get-log-events` print, one document or several, or the events alone. */
export const cloudwatchReader: Reader = {
  name: 'cloudwatch',
  title: 'events from "aws logs filter-log-events" or "get-log-events"',
  recognises: (file) => isDocument(file) || isList(file) || isEventPerLine(file),
  groupOf: (file) => (isDocument(file) ? 'documents' : 'events'),
  async open(files, context): Promise<EventPart> {
    const { select, warnings } = await openJson(files, context, {
      columns: { events: `STRUCT(${eventColumns})[]` },
      isWrapped: !files.every(isDocument),
      elements: true,
      unwrap: (event) => (isEvent(event) ? [{ events: [textOf(event)] }] : []),
    });
    return {
      select: `SELECT event.message AS message, event.timestamp AS timestamp, event.ingestionTime AS ingestion_time,
        event.logStreamName AS log_stream FROM (SELECT unnest(events) AS event FROM (${select}))
        WHERE event.message IS NOT NULL`,
      columns: {
        message: 'message',
        timestamp: 'timestamp',
        ingestionTime: 'ingestion_time',
        logStream: 'log_stream',
      },
      shape: { kind: 'lines', ...(context.format && { format: context.format }) },
      warnings: () => warnings,
    };
  },
};

const eventColumns = 'message VARCHAR, "timestamp" BIGINT, "ingestionTime" BIGINT, "logStreamName" VARCHAR';

function isDocument({ text }: PeekedFile): boolean {
  return /^\s*\{/.test(text) && /"events"\s*:\s*\[\s*(?:\]|\{\s*"(?:logStreamName|timestamp|message)")/.test(text);
}

function isList({ text }: PeekedFile): boolean {
  return /^\s*\[\s*\{\s*"/.test(text) && /"timestamp"\s*:\s*\d+/.test(text) && text.includes('"message"');
}

function isEventPerLine({ lines }: PeekedFile): boolean {
  const event = objectOf(lines[0]);
  return isEvent(event) && ['ingestionTime', 'eventId', 'logStreamName'].some((key) => key in event);
}

interface LogEvent extends Readonly<Record<string, unknown>> {
  readonly timestamp: number;
  readonly message: string;
}

function isEvent(value: unknown): value is LogEvent {
  const { timestamp, message } = (value ?? {}) as Record<string, unknown>;
  return typeof timestamp === 'number' && typeof message === 'string';
}

function textOf({ timestamp, message, ingestionTime, logStreamName }: LogEvent): unknown {
  return {
    timestamp: Math.trunc(timestamp),
    message,
    ...(typeof ingestionTime === 'number' && { ingestionTime: Math.trunc(ingestionTime) }),
    ...(typeof logStreamName === 'string' && { logStreamName }),
  };
}
