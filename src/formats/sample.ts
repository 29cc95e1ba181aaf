import type { LogFormat } from './format.ts';
import { vpcRecordMaker } from './sample/flow-records.ts';
import { seededRandom, type Random } from './sample/random.ts';
import { requestRecordMaker } from './sample/request-records.ts';
import { tgwRecordMaker } from './sample/tgw-records.ts';

export interface SampleOptions {
  /** The same seed makes the same records. */
  readonly seed: number;
  readonly count: number;
  /** Epoch milliseconds of the first record; the fixed `defaultSampleStart` without it, so that nothing depends on the clock. */
  readonly start?: number;
}

/** 2026-11-20T00:00:00Z. */
export const defaultSampleStart = Date.UTC(2026, 10, 20);

/** Records of a format as its log would hold them, in the order of time. */
export function sampleRecords(format: LogFormat, options: SampleOptions): readonly string[] {
  const records: string[] = [];
  const next = recordSource(format, options);
  for (let index = 0; index < options.count; index++) records.push(next(index));
  return records;
}

/** The same records as text, a line each, in pieces of about a thousand lines: for more than fit in memory. */
export function* sampleChunks(format: LogFormat, options: SampleOptions): Generator<string> {
  const next = recordSource(format, options);
  for (let index = 0; index < options.count;) {
    let chunk = '';
    const end = Math.min(options.count, index + 1000);
    for (; index < end; index++) chunk += `${next(index)}\n`;
    yield chunk;
  }
}

function recordSource(
  format: LogFormat,
  { seed, count, start = defaultSampleStart }: SampleOptions,
): (index: number) => string {
  const make = recordMaker(format, seededRandom(seed));
  const firstSecond = Math.floor(start / 1000);
  const secondsPerRecord = spanSeconds(count) / Math.max(1, count);
  return (index) => make(firstSecond + Math.floor(index * secondsPerRecord));
}

/** Ten minutes for a few records, a day for millions, fifty records a second between. */
function spanSeconds(count: number): number {
  return Math.min(86_400, Math.max(600, count / 50));
}

function recordMaker(format: LogFormat, random: Random): (second: number) => string {
  switch (format.family) {
    case 'vpc-flow':
      return vpcRecordMaker(format, random);
    case 'tgw-flow':
      return tgwRecordMaker(format, random);
    case 'api-gateway':
    case 'nginx':
    case 'positional':
    case 'unknown':
      return requestRecordMaker(format, random);
  }
}
