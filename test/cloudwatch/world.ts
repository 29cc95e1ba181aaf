import { onTestFinished } from 'vitest';
import { openLogsApi } from '../../src/cloudwatch/client.ts';
import type { Clock } from '../../src/cloudwatch/clock.ts';
import type { LogsApi } from '../../src/cloudwatch/logs-api.ts';
import type { RetryPolicy } from '../../src/cloudwatch/retry.ts';
import type { LimitCommand, SourceCommand } from '../../src/language/command-nodes.ts';
import type { Query } from '../../src/language/ast.ts';
import { noSpan } from '../../src/text/source.ts';
import { startScriptedLogsServer, type Script, type ScriptedLogsServer } from '../support/scripted-logs-server.ts';

/** A clock whose waits end at once and are written down. */
export interface TestClock extends Clock {
  readonly waits: number[];
}

export function testClock(): TestClock {
  const waits: number[] = [];
  let now = 1_000;
  return {
    waits,
    now: () => now,
    random: () => 0.5,
    wait: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
}

export interface ScriptedWorld {
  readonly api: LogsApi;
  readonly clock: TestClock;
  readonly server: ScriptedLogsServer;
}

/** The real client in front of a scripted server; both end with the test. */
export async function scriptedWorld(script: Script, policy: Partial<RetryPolicy> = {}): Promise<ScriptedWorld> {
  process.env.AWS_ACCESS_KEY_ID ??= 'test';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'test';
  const clock = testClock();
  const server = await startScriptedLogsServer(script);
  const retry = { retries: 3, firstDelay: 0, longestDelay: 0, slotWaits: 3, slotDelay: 5_000, clock, ...policy };
  const api = await openLogsApi({ region: 'eu-west-1', endpointUrl: server.url, retry });
  onTestFinished(async () => {
    api.close();
    await server.close();
  });
  return { api, clock, server };
}

/** A tree with only what this room looks at: its first and last commands. */
export function queryWith(...commands: (LimitCommand | SourceCommand)[]): Query {
  return { kind: 'Query', span: noSpan, commands };
}

export function limitOf(count: number): LimitCommand {
  const number = { kind: 'NumberLiteral', span: noSpan, value: count, raw: String(count) } as const;
  return { kind: 'LimitCommand', span: noSpan, keyword: 'limit', any: false, count: number };
}

/** `[["action","REJECT"]]` as the service writes rows. */
export function serviceRows(...rows: Readonly<Record<string, string>>[]): { field: string; value: string }[][] {
  return rows.map((row) => Object.entries(row).map(([field, value]) => ({ field, value })));
}

export async function allRows<Row>(rows: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const batch of rows) all.push(...batch);
  return all;
}
