import type { Bind } from './compare.ts';
import { sql, sqlString, value, type SqlValue } from './value.ts';

/** Where the fields of Lambda's platform lines stand: a pattern with one group, and what the number counts. */
const fields: Readonly<Record<string, { readonly pattern: string; readonly factor?: number }>> = {
  '@requestId': { pattern: String.raw`RequestId: ([0-9a-fA-F-]{36})` },
  '@duration': { pattern: String.raw`^REPORT .*?\tDuration: ([0-9.]+) ms`, factor: 1 },
  '@billedDuration': { pattern: String.raw`^REPORT .*?\tBilled Duration: ([0-9.]+) ms`, factor: 1 },
  '@initDuration': { pattern: String.raw`^REPORT .*?\tInit Duration: ([0-9.]+) ms`, factor: 1 },
  // The service counts memory in bytes and takes a megabyte for 10^6 of them.
  '@memorySize': { pattern: String.raw`^REPORT .*?\tMemory Size: ([0-9]+) MB`, factor: 1_000_000 },
  '@maxMemoryUsed': { pattern: String.raw`^REPORT .*?\tMax Memory Used: ([0-9]+) MB`, factor: 1_000_000 },
  '@xrayTraceId': { pattern: String.raw`XRAY TraceId: (\S+)` },
  '@xraySegmentId': { pattern: String.raw`SegmentId: (\S+)` },
  '@type': { pattern: String.raw`^(START|END|REPORT) RequestId: ` },
};

/** A field that the service discovers in the lines of a Lambda function. */
export function lambdaField(name: string, message: SqlValue, bind: Bind): SqlValue | undefined {
  const known = fields[name];
  if (!known) return undefined;
  const text = bind(value('text', sql`nullif(regexp_extract(${message}, ${sqlString(known.pattern)}, 1), '')`), name);
  return known.factor === undefined ? text : value('number', sql`(cw_num(${text}) * ${known.factor})`);
}
