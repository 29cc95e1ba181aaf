import { gunzipSync } from 'node:zlib';
import { openJson } from '../input/json-files.ts';
import type { PeekedFile } from '../input/peek.ts';
import type { EventPart, Reader } from '../reader.ts';
import { objectOf } from './json-lines.ts';

/** What a subscription filter sends, as it is or wrapped (gzip in base64) by Lambda or Kinesis. */
export const subscriptionReader: Reader = {
  name: 'subscription',
  title: 'subscription payloads ("logEvents")',
  recognises: (file) => isPayload(file) || isWrapped(file),
  groupOf: (file) => String(isWrapped(file)),
  async open(files, context): Promise<EventPart> {
    const { select, warnings } = await openJson(files, context, {
      columns: {
        messageType: 'VARCHAR',
        owner: 'VARCHAR',
        logGroup: 'VARCHAR',
        logStream: 'VARCHAR',
        logEvents: 'STRUCT("timestamp" BIGINT, message VARCHAR)[]',
      },
      isWrapped: files.some(isWrapped),
      unwrap: payloadsOf,
    });
    return {
      select: `SELECT event.message AS message, event.timestamp AS timestamp, log_stream, log FROM (
        SELECT unnest("logEvents") AS event, "logStream" AS log_stream, owner || ':' || "logGroup" AS log
        FROM (${select}) WHERE "messageType" = 'DATA_MESSAGE') WHERE event.message IS NOT NULL`,
      columns: { message: 'message', timestamp: 'timestamp', logStream: 'log_stream', log: 'log' },
      shape: { kind: 'lines', ...(context.format && { format: context.format }) },
      warnings: () => warnings,
    };
  },
};

function isPayload({ text }: PeekedFile): boolean {
  return /^\s*\{/.test(text) && /"messageType"\s*:\s*"(?:DATA|CONTROL)_MESSAGE"/.test(text.slice(0, 4096));
}

function isWrapped({ text }: PeekedFile): boolean {
  return (
    /^\s*\{[^{}]*\{?\s*"(?:awslogs|data)"\s*:\s*(?:\{\s*"data"\s*:\s*)?"H4sI/.test(text) ||
    /"kinesis"[^]*"data"\s*:\s*"H4sI/.test(text)
  );
}

/** The payloads inside a document: itself, `{"awslogs": {"data": …}}`, or `{"Records": [{"kinesis": {"data": …}}]}`. */
function payloadsOf(document: unknown): readonly unknown[] {
  const { messageType, awslogs, Records, kinesis, data } = document as Record<string, unknown>;
  if (typeof messageType === 'string') return [document];
  if (typeof data === 'string') return unpacked(data);
  if (Array.isArray(Records)) return Records.flatMap(payloadsOf);
  return [awslogs, kinesis].flatMap((inner) => (inner ? payloadsOf(inner) : []));
}

/** Base64 of a packed payload; anything else that Kinesis carries is none of ours. */
function unpacked(data: string): readonly unknown[] {
  const bytes = Buffer.from(data, 'base64');
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return [];
  const payload = objectOf(gunzipSync(bytes).toString('utf8'));
  return payload ? [payload] : [];
}
