import type { LogFormat } from '../../formats/format.ts';
import { inferFormat } from '../../formats/infer.ts';
import { matchRecord } from '../../formats/match.ts';

/** Fields the service takes from one event at most. */
const mostFields = 200;

/** The format of the lines, if it is one whose fields the service discovers. */
export function discoveredFormat(lines: readonly string[]): LogFormat | undefined {
  const { format } = inferFormat(lines);
  return format?.isDiscovered ? format : undefined;
}

/** The fields discovered in a message, by their names in queries: JSON leaves by dotted path, or those of a format the service knows. */
export function discoveredFields(message: string, format: LogFormat | undefined): ReadonlyMap<string, string> {
  const record = format && matchRecord(format, message);
  if (record) return fieldsOfRecord(format, record);
  const fields = new Map<string, string>();
  collect(jsonObject(message), '', fields);
  return fields;
}

function fieldsOfRecord(format: LogFormat, record: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    format.fields.flatMap(({ definition }, index) =>
      definition?.discovered === undefined ? [] : [[definition.discovered, record[index]!] as const],
    ),
  );
}

function jsonObject(message: string): object | undefined {
  if (!/^\s*\{/.test(message)) return undefined;
  try {
    return JSON.parse(message) as object;
  } catch {
    // Text that only begins like JSON has no fields.
    return undefined;
  }
}

/** A key that begins with `@` is written with one more. */
function collect(value: unknown, path: string, fields: Map<string, string>): void {
  if (value === null || value === undefined || fields.size >= mostFields) return;
  if (typeof value === 'object') {
    for (const [key, entry] of Object.entries(value)) collect(entry, path === '' ? key : `${path}.${key}`, fields);
    return;
  }
  const text =
    typeof value === 'boolean' ? String(Number(value)) : typeof value === 'string' ? value : JSON.stringify(value);
  fields.set(path.startsWith('@') ? `@${path}` : path, text);
}
