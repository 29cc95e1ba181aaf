import { GetQueryResultsCommand, StartQueryCommand } from '@aws-sdk/client-cloudwatch-logs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { clientOf, served, temporaryFolder } from './world.ts';
import type { RunningServer } from '../../src/server/start-server.ts';

const record = (source: string, start: number, action: string): string =>
  `2 123456789010 eni-1235b8ca123456789 ${source} 172.31.16.21 20641 22 6 20 4249 ${start} ${start + 60} ${action} OK`;

function flowLog(): string {
  const folder = temporaryFolder();
  const lines = [
    record('10.0.0.1', 1_700_000_000, 'REJECT'),
    record('10.0.0.2', 1_700_000_060, 'ACCEPT'),
    record('10.0.0.1', 1_700_000_120, 'REJECT'),
  ];
  writeFileSync(join(folder, 'flow.log'), lines.map((line) => `${line}\n`).join(''));
  return folder;
}

/** A port of its own, so that tests run beside each other. */
async function freePort(): Promise<number> {
  const { server } = await served();
  await server.close();
  return server.port;
}

describe('flowq serve', () => {
  it('answers queries on a loaded file, and ends well when it is interrupted', async () => {
    const port = await freePort();
    const interruption = new AbortController();
    const running = runCli(['serve', '--port', String(port), '--load', 'vpc-flow=flow.log'], {
      cwd: flowLog(),
      signal: interruption.signal,
    });
    const client = clientOf({ url: `http://127.0.0.1:${port}` } as RunningServer);
    const { queryId } = await whenItListens(() =>
      client.send(
        new StartQueryCommand({
          logGroupName: 'vpc-flow',
          startTime: 1_700_000_000,
          endTime: 1_700_000_060,
          queryString: 'stats count(*) as n by srcAddr, action | sort srcAddr asc',
        }),
      ),
    );
    let answer = await client.send(new GetQueryResultsCommand({ queryId }));
    while (answer.status !== 'Complete') answer = await client.send(new GetQueryResultsCommand({ queryId }));
    expect(answer.results!.map((row) => row.map(({ value }) => value))).toEqual([
      ['10.0.0.1', 'REJECT', '1'],
      ['10.0.0.2', 'ACCEPT', '1'],
    ]);
    interruption.abort();
    const { code, stdout, stderr } = await running;
    expect(code).toBe(0);
    expect(stdout).toContain(`export AWS_ENDPOINT_URL_CLOUDWATCH_LOGS=http://127.0.0.1:${port}`);
    expect(stderr).toContain('loaded 3 events from flow.log into "vpc-flow"');
  });

  it.each([
    { args: ['--load', 'flow.log'], message: '--load takes GROUP=PATH' },
    { args: ['--load', 'g=missing.log'], message: 'missing.log' },
    { args: ['--load', 'a b=flow.log'], message: '"a b" is no name of a log group' },
    { args: ['--port', '99999'], message: '--port takes a whole number' },
    { args: ['--fault', 'throtle=1'], message: '"throtle=1" is no fault' },
    { args: ['--fault', 'throttle=2'], message: '"throttle=2" is no fault' },
    { args: ['--account', '12'], message: '--account takes the 12 digits' },
  ])('refuses $args', async ({ args, message }) => {
    const port = args.includes('--port') ? [] : ['--port', '0'];
    const { code, stderr } = await runCli(['serve', ...port, ...args], { signal: AbortSignal.timeout(5_000) });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('warns of every address that is not loopback', async () => {
    const { stderr } = await runCli(['serve', '--port', '0', '--host', '0.0.0.0'], { signal: AbortSignal.abort() });
    expect(stderr).toContain('there is no authentication');
  });
});

async function whenItListens<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== 'ECONNREFUSED') throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
