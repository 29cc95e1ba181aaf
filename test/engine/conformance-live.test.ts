import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startServer, type RunningServer } from '../../src/server/start-server.ts';
import type { Expected } from '../support/conformance/case.ts';
import { runConformance, type ConformanceOptions } from '../support/conformance/run-conformance.ts';

const root = resolve(import.meta.dirname, '../conformance');
let server: RunningServer;

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID ??= 'test';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'test';
  server = await startServer();
});
afterAll(() => server.close());

/** The exit code and what was written. */
async function conformance(options: Partial<ConformanceOptions> = {}) {
  const lines: string[] = [];
  const code = await runConformance({
    root,
    logGroup: '/scratch',
    region: 'us-east-1',
    endpointUrl: server.url,
    confirm: async () => true,
    write: (line) => lines.push(...line.split('\n')),
    signal: new AbortController().signal,
    ...options,
  });
  return { code, lines };
}

/** A folder with copies of some cases. */
function someCases(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowq-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) cpSync(join(root, name), join(folder, name), { recursive: true });
  return folder;
}

function expectedOf(folder: string, name: string): Expected {
  return JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected;
}

function changeExpected(folder: string, name: string, change: object): void {
  writeFileSync(join(folder, name, 'expected.json'), JSON.stringify({ ...expectedOf(folder, name), ...change }));
}

async function logGroups(): Promise<unknown> {
  const client = new CloudWatchLogsClient({ region: 'us-east-1', endpoint: server.url });
  const { logGroups: groups } = await client.send(new DescribeLogGroupsCommand({}));
  client.destroy();
  return groups;
}

describe('conformance on an endpoint', () => {
  it('agrees on all cases and leaves no log group', { timeout: 120_000 }, async () => {
    const { code, lines } = await conformance();
    expect(lines.filter((line) => !line.startsWith('pass'))).toEqual([
      expect.stringMatching(/^\d+ agree, 0 differ, 0 could not be asked\.$/),
    ]);
    expect(code).toBe(0);
    expect(await logGroups()).toEqual([]);
  });

  it('shows both answers where they differ', async () => {
    const folder = someCases('function-power');
    changeExpected(folder, 'function-power', { rows: [[['x', '9']]] });
    const { code, lines } = await conformance({ root: folder });
    expect(code).toBe(1);
    expect(lines).toEqual([
      'differs  function-power',
      '  query',
      '    fields 2 ^ 3 as x',
      '  expected',
      '    x="9"',
      '  service',
      '    x="8"',
      '0 agree, 1 differ, 0 could not be asked.',
    ]);
  });

  it('records answers with the times of the case', async () => {
    const folder = someCases('count-over-time', 'earliest-time-is-a-number');
    const before = expectedOf(folder, 'count-over-time');
    changeExpected(folder, 'count-over-time', { rows: [] });
    expect((await conformance({ root: folder, record: true })).code).toBe(1);
    expect(expectedOf(folder, 'count-over-time')).toEqual({
      ...before,
      source: expect.stringMatching(/^answer of the service, \d{4}-\d\d-\d\d$/) as string,
    });
    expect(expectedOf(folder, 'earliest-time-is-a-number')).toMatchObject({
      rows: [
        [
          ['first', '1780503582214'],
          ['last', '1780507082622'],
        ],
      ],
    });
  });

  it('makes nothing unless somebody agrees to the cost', async () => {
    let asked = '';
    const confirm = async (estimate: string) => {
      asked = estimate;
      return false;
    };
    expect(await conformance({ confirm })).toEqual({ code: 2, lines: ['Nothing was asked.'] });
    expect(asked).toMatch(/bytes ingested and [\d,]+ bytes scanned, at the prices of us-east-1/);
  });

  it('deletes its log groups when interrupted', async () => {
    const interrupt = new AbortController();
    const write = (line: string) => {
      if (line.startsWith('pass')) interrupt.abort(new Error('interrupted'));
    };
    expect((await conformance({ write, signal: interrupt.signal })).code).toBe(2);
    expect(await logGroups()).toEqual([]);
  });
});
