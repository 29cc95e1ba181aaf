import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DescribeLogStreamsCommand,
  DescribeQueryDefinitionsCommand,
  FilterLogEventsCommand,
  GetQueryResultsCommand,
  ListTagsForResourceCommand,
  PutLogEventsCommand,
  PutQueryDefinitionCommand,
  StartQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/engine/store/import-files.ts';
import { readFormat } from '../../src/formats/read.ts';
import { startServer, type RunningServer } from '../../src/server/start-server.ts';
import { clientOf, served, temporaryFolder } from './world.ts';

describe('a data folder', () => {
  it('keeps everything for the next start', async () => {
    const dataFolder = temporaryFolder();
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

  it('serves what was imported into it, and what is put on top', async () => {
    const dataFolder = temporaryFolder();
    const line = (second: number): string =>
      `2 123456789010 eni-1235b8ca123456789 10.0.0.1 172.31.16.21 20641 22 6 20 4249 ${second} ${second + 60} REJECT OK`;
    const first = Math.floor(Date.now() / 1000) - 600;
    writeFileSync(join(dataFolder, 'flow.log'), `${line(first)}\n${line(first + 60)}\nnot a record\n`);
    await importFiles(
      { kind: 'files', paths: ['flow.log'], cwd: dataFolder, format: readFormat('vpc-default').format! },
      { dataFolder, logGroup: 'vpc-flow', now: () => new Date() },
    );
    const { client } = await served({ dataFolder });
    await client.send(new CreateLogStreamCommand({ logGroupName: 'vpc-flow', logStreamName: 's' }));
    const logEvents = [{ timestamp: (first + 120) * 1000, message: line(first + 120) }];
    await client.send(new PutLogEventsCommand({ logGroupName: 'vpc-flow', logStreamName: 's', logEvents }));
    const { events } = await client.send(
      new FilterLogEventsCommand({ logGroupName: 'vpc-flow', filterPattern: 'REJECT' }),
    );
    expect(events!.map(({ message }) => message)).toEqual([line(first), line(first + 60), line(first + 120)]);
    const { queryId } = await client.send(
      new StartQueryCommand({
        logGroupName: 'vpc-flow',
        startTime: first,
        endTime: first + 120,
        queryString: 'stats count(*) as n by srcAddr',
      }),
    );
    let answer = await client.send(new GetQueryResultsCommand({ queryId }));
    while (answer.status !== 'Complete') answer = await client.send(new GetQueryResultsCommand({ queryId }));
    expect(answer.results!.map((row) => row.map(({ value }) => value))).toEqual([['10.0.0.1', '3']]);
    await expect(client.send(new DeleteLogGroupCommand({ logGroupName: 'vpc-flow' }))).rejects.toMatchObject({
      name: 'InvalidOperationException',
    });
  });

  it('takes the events of a file once, however often it is loaded', async () => {
    const dataFolder = temporaryFolder();
    const timestamp = Date.now() - 1000;
    writeFileSync(join(dataFolder, 'app.jsonl'), `{"timestamp":${timestamp},"message":"one"}\n`);
    const load = { group: 'app', paths: ['app.jsonl'], cwd: dataFolder };
    {
      await using server = await startServer({ dataFolder });
      expect(await server.load(load)).toMatchObject({ events: 1 });
    }
    const { server, client } = await served({ dataFolder });
    expect(await server.load(load)).toMatchObject({
      events: 0,
      notices: expect.arrayContaining(['1 of the files of "app" was loaded before.']) as string[],
    });
    const { events } = await client.send(new FilterLogEventsCommand({ logGroupName: 'app' }));
    expect(events).toMatchObject([{ timestamp }]);
  });

  it('that another process uses is refused in one sentence', async () => {
    const dataFolder = temporaryFolder();
    const { port, stop } = await startProcess(dataFolder);
    expect(port).toBeGreaterThan(0);
    await expect(startServer({ dataFolder })).rejects.toMatchObject({
      name: 'ServerError',
      message: `Cannot open the data in "${dataFolder}": another process uses it.`,
    });
    await stop();
  });

  it('loses nothing that was acknowledged when the process is killed', async () => {
    const dataFolder = temporaryFolder();
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
  const file = join(temporaryFolder(), 'server.cjs');
  await build({
    input: resolve('src/server/start-server.ts'),
    platform: 'node',
    external: /^[@a-z]/,
    transform: { define: { 'import.meta.url': JSON.stringify(pathToFileURL(resolve('package.json')).href) } },
    output: { file, format: 'cjs', codeSplitting: false, dynamicImportInCjs: false },
  });
  return file;
}
