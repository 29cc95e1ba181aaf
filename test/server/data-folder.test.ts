import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DescribeLogStreamsCommand,
  DescribeQueryDefinitionsCommand,
  FilterLogEventsCommand,
  ListTagsForResourceCommand,
  PutLogEventsCommand,
  PutQueryDefinitionCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../src/server/start-server.ts';
import { clientOf, served } from './world.ts';

describe('a data folder', () => {
  it('keeps everything for the next start', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'flowq-data-'));
    const timestamp = Date.now();
    {
      await using server = await startServer({ dataFolder });
      const client = clientOf(server);
      await client.send(new CreateLogGroupCommand({ logGroupName: 'g', tags: { team: 'x' } }));
      await client.send(new CreateLogStreamCommand({ logGroupName: 'g', logStreamName: 's' }));
      const logEvents = [{ timestamp, message: 'kept' }];
      await client.send(new PutLogEventsCommand({ logGroupName: 'g', logStreamName: 's', logEvents }));
      await client.send(new PutQueryDefinitionCommand({ name: 'q', queryString: 'fields @message' }));
      client.destroy();
    }
    const { client } = await served({ dataFolder });
    const resourceArn = 'arn:aws:logs:us-east-1:000000000000:log-group:g';
    const { events } = await client.send(new FilterLogEventsCommand({ logGroupName: 'g' }));
    const { logStreams } = await client.send(new DescribeLogStreamsCommand({ logGroupName: 'g' }));
    const { queryDefinitions } = await client.send(new DescribeQueryDefinitionsCommand({}));
    expect(events).toMatchObject([{ message: 'kept', timestamp }]);
    expect(logStreams).toMatchObject([{ logStreamName: 's', lastEventTimestamp: timestamp }]);
    expect(queryDefinitions).toMatchObject([{ name: 'q' }]);
    expect((await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({ team: 'x' });
  });

  it('that another process uses is refused in one sentence', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'flowq-data-'));
    const { port, stop } = await startProcess(dataFolder);
    expect(port).toBeGreaterThan(0);
    await expect(startServer({ dataFolder })).rejects.toMatchObject({
      name: 'ServerError',
      message: `Cannot open the data in "${dataFolder}": another process uses it.`,
    });
    await stop();
  });

  it('loses nothing that was acknowledged when the process is killed', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'flowq-data-'));
    const { port, stop } = await startProcess(dataFolder);
    const client = clientOf({ url: `http://127.0.0.1:${port}` } as RunningServer);
    await client.send(new CreateLogGroupCommand({ logGroupName: 'g' }));
    await client.send(new CreateLogStreamCommand({ logGroupName: 'g', logStreamName: 's' }));
    const acknowledged: string[] = [];
    const timestamp = Date.now();
    for (let batch = 0; batch < 30; batch++) {
      const logEvents = Array.from({ length: 20 }, (_, index) => ({ timestamp, message: `${batch}-${index}` }));
      const put = client.send(new PutLogEventsCommand({ logGroupName: 'g', logStreamName: 's', logEvents }));
      if (batch === 29) {
        // The last one is killed in flight: it may be there or not, but whole.
        put.catch(() => undefined);
        break;
      }
      await put;
      acknowledged.push(...logEvents.map(({ message }) => message));
    }
    await stop();
    client.destroy();
    const next = await served({ dataFolder });
    const { events } = await next.client.send(new FilterLogEventsCommand({ logGroupName: 'g' }));
    const found = events!.map(({ message }) => message!);
    expect(found.slice(0, acknowledged.length)).toEqual(acknowledged);
    expect([acknowledged.length, acknowledged.length + 20]).toContain(found.length);
  });
});

/** An endpoint in a process of its own, which `stop` kills without warning. */
async function startProcess(
  dataFolder: string,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const code = `
    const { startServer } = require(${JSON.stringify(await bundledServer())});
    startServer({ dataFolder: ${JSON.stringify(dataFolder)} }).then(({ port }) => console.log(port));
  `;
  const child = spawn(process.execPath, ['--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: resolve('node_modules') },
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    port: Number(line.toString()),
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** The server as one file that Node 20 can run; packages are found by NODE_PATH, which only `require` knows. */
async function bundledServer(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'flowq-bundle-')), 'server.cjs');
  await build({
    entryPoints: ['src/server/start-server.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    supported: { 'dynamic-import': false },
    logLevel: 'error',
  });
  return outfile;
}
