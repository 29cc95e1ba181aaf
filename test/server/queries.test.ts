import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  CreateLookupTableCommand,
  DescribeQueriesCommand,
  GetLogGroupFieldsCommand,
  GetLogRecordCommand,
  GetQueryResultsCommand,
  PutLogEventsCommand,
  StartQueryCommand,
  StopQueryCommand,
  TagLogGroupCommand,
  UpdateLookupTableCommand,
  type CloudWatchLogsClient,
  type GetQueryResultsCommandOutput,
  type StartQueryCommandInput,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, it } from 'vitest';
import type { ServerOptions } from '../../src/server/start-server.ts';
import { served, type ServedWorld } from './world.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const seconds = now / 1000;

/** Events of the group `g`, a second apart, the last one now. */
async function withEvents(messages: readonly string[], options: ServerOptions = {}): Promise<ServedWorld> {
  const world = await served({ now: () => now, ...options });
  await fill(world.client, 'g', messages);
  return world;
}

async function fill(client: CloudWatchLogsClient, logGroupName: string, messages: readonly string[]): Promise<void> {
  await client.send(new CreateLogGroupCommand({ logGroupName }));
  await client.send(new CreateLogStreamCommand({ logGroupName, logStreamName: 's' }));
  const logEvents = messages.map((message, index) => ({
    timestamp: now - (messages.length - 1 - index) * 1000,
    message,
  }));
  await client.send(new PutLogEventsCommand({ logGroupName, logStreamName: 's', logEvents }));
}

async function start(
  client: CloudWatchLogsClient,
  queryString: string,
  more: Partial<StartQueryCommandInput> = { logGroupName: 'g' },
): Promise<string> {
  const times = { startTime: seconds - 3600, endTime: seconds };
  const { queryId } = await client.send(new StartQueryCommand({ queryString, ...times, ...more }));
  return queryId!;
}

async function finished(
  client: CloudWatchLogsClient,
  queryId: string,
  more: object = {},
): Promise<GetQueryResultsCommandOutput> {
  for (;;) {
    const answer = await client.send(new GetQueryResultsCommand({ queryId, ...more }));
    if (answer.status !== 'Scheduled' && answer.status !== 'Running') return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function ask(
  client: CloudWatchLogsClient,
  queryString: string,
  more?: Partial<StartQueryCommandInput>,
): Promise<GetQueryResultsCommandOutput> {
  return finished(client, await start(client, queryString, more));
}

/** Rows as objects. */
function rowsOf({ results }: GetQueryResultsCommandOutput): Record<string, string>[] {
  return results!.map((row) => Object.fromEntries(row.map(({ field, value }) => [field!, value!])));
}

describe('a query', () => {
  it('answers as the service does: strings, missing fields left out, a pointer last', async () => {
    const { client } = await withEvents(['{"user":"ann","n":1.5}', '{"n":2}']);
    const answer = await ask(client, 'fields user, n | sort n asc');
    expect(answer.status).toBe('Complete');
    expect(answer.queryLanguage).toBe('CWLI');
    expect(
      answer.results!.map((row) => row.map(({ field, value }) => (field === '@ptr' ? field : [field, value]))),
    ).toEqual([
      [['user', 'ann'], ['n', '1.5'], '@ptr'],
      [['n', '2'], '@ptr'],
    ]);
    expect(answer.statistics).toMatchObject({ recordsMatched: 2, recordsScanned: 2, resultCount: 2 });
  });

  it('counts bytes as the messages and 26 for each event', async () => {
    const { client } = await withEvents(['abcde', 'fgh']);
    const { statistics } = await ask(client, 'stats count(*)');
    expect(statistics!.bytesScanned).toBe(5 + 26 + 3 + 26);
  });

  it('knows the fields of flow logs in the default format', async () => {
    const { client } = await withEvents([
      '2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK',
      '2 123456789010 eni-1235b8ca123456789 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 REJECT OK',
    ]);
    const answer = await ask(client, 'filter action = "REJECT" | stats count(*) as n by srcAddr');
    expect(rowsOf(answer)).toEqual([{ srcAddr: '172.31.9.69', n: '1' }]);
  });

  it('reads several groups at once and tells them apart', async () => {
    const { client } = await withEvents(['one']);
    await fill(client, 'h', ['two']);
    const answer = await ask(client, 'fields @log, @message | sort @message asc', { logGroupNames: ['g', 'h'] });
    expect(rowsOf(answer)).toMatchObject([
      { '@log': '000000000000:g', '@message': 'one' },
      { '@log': '000000000000:h', '@message': 'two' },
    ]);
  });

  it('takes the end second whole, and times in milliseconds', async () => {
    const { client } = await withEvents(['first', 'last']);
    const short = await ask(client, 'fields @message', { logGroupName: 'g', startTime: seconds, endTime: seconds });
    const milliseconds = await ask(client, 'fields @message', {
      logGroupName: 'g',
      startTime: now - 500,
      endTime: now - 500,
    });
    expect(rowsOf(short)).toMatchObject([{ '@message': 'last' }]);
    expect(milliseconds.results).toEqual([]);
  });

  it('gives at most the rows of the request', async () => {
    const { client } = await withEvents(['a', 'b', 'c']);
    const answer = await ask(client, 'fields @message | sort @message asc', { logGroupName: 'g', limit: 2 });
    expect(rowsOf(answer).map((row) => row['@message'])).toEqual(['a', 'b']);
  });

  it('comes in pages', async () => {
    const { client } = await withEvents(Array.from({ length: 5 }, (_, index) => `m${index}`));
    const id = await start(client, 'fields @message | sort @message asc');
    const first = await finished(client, id, { maxItems: 2 });
    const second = await finished(client, id, { maxItems: 2, nextToken: first.nextToken });
    const third = await finished(client, id, { maxItems: 2, nextToken: second.nextToken });
    expect([first, second, third].map((page) => rowsOf(page).map((row) => row['@message']))).toEqual([
      ['m0', 'm1'],
      ['m2', 'm3'],
      ['m4'],
    ]);
    expect(third.nextToken).toBeUndefined();
  });

  it('that begins with SOURCE names its groups and time itself', async () => {
    const { client } = await withEvents(['a', 'b', 'c']);
    const query = `SOURCE "g" START=${now - 1000} END=${now} | fields @message | sort @message asc`;
    const answer = await ask(client, query, {});
    expect(rowsOf(answer).map((row) => row['@message'])).toEqual(['b', 'c']);
    const prefixed = await ask(client, "SOURCE logGroups(namePrefix: ['g']) | stats count(*) as n", {});
    expect(rowsOf(prefixed)).toEqual([{ n: '3' }]);
    await client.send(new TagLogGroupCommand({ logGroupName: 'g', tags: { team: 'red' } }));
    const tagged = 'SOURCE logGroupTags([{"key":"team","values":["r*"]}]) | stats count(*) as n';
    expect(rowsOf(await ask(client, tagged, {}))).toEqual([{ n: '3' }]);
  });
});

describe('a query that reads more than its log groups', () => {
  const messages = ['{"eni":"a","n":1}', '{"eni":"b","n":2}', '{"eni":"c","n":3}'];

  it('finds lookup tables of the account, in their newest content', async () => {
    const { client } = await withEvents(messages);
    const { lookupTableArn } = await client.send(
      new CreateLookupTableCommand({ lookupTableName: 'hosts', tableBody: 'id,name\na,web\nb,"data, base"\n' }),
    );
    const query = 'lookup hosts id as eni OUTPUT name | stats count(*) as n by name | sort name asc';
    expect(rowsOf(await ask(client, query))).toEqual([
      { name: 'data, base', n: '1' },
      { name: 'web', n: '1' },
      { n: '1' },
    ]);
    await client.send(new UpdateLookupTableCommand({ lookupTableArn, tableBody: 'id,name\na,x\nb,x\nc,x\n' }));
    expect(rowsOf(await ask(client, query))).toEqual([{ name: 'x', n: '3' }]);
  });

  it('is refused for a table that is not there', async () => {
    const { client } = await withEvents(messages);
    await expect(start(client, 'lookup hosts id as eni OUTPUT name')).rejects.toMatchObject({
      name: 'MalformedQueryException',
      message: expect.stringContaining('hosts') as string,
    });
  });

  it('asks other log groups in subqueries', async () => {
    const { client } = await withEvents(messages);
    await fill(client, 'owners', ['{"id":"a","owner":"ann"}', '{"id":"c","owner":"cy"}']);
    const among = "filter eni in (SOURCE 'owners' | fields id) | fields eni | sort eni asc";
    const joined =
      "join type=inner left=l right=r where l.eni = r.id (SOURCE 'owners' | fields id, owner) | fields l.eni as eni, r.owner as owner | sort eni asc";
    expect(rowsOf(await ask(client, among)).map(({ eni }) => eni)).toEqual(['a', 'c']);
    expect(rowsOf(await ask(client, joined)).map(({ eni, owner }) => [eni, owner])).toEqual([
      ['a', 'ann'],
      ['c', 'cy'],
    ]);
  });

  it('is refused for a log group of a subquery that is not there', async () => {
    const { client } = await withEvents(messages);
    const query = "filter eni in (SOURCE 'nowhere' | fields id)";
    await expect(start(client, query)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a query that cannot run', () => {
  it('is refused at its place', async () => {
    const { client } = await withEvents(['a']);
    const text = 'fields @message | filter strlenn(@message) > 3';
    const error = (await start(client, text).catch((thrown: unknown) => thrown)) as {
      name: string;
      queryCompileError: { message: string; location: { startCharOffset: number; endCharOffset: number } };
    };
    expect(error.name).toBe('MalformedQueryException');
    const { startCharOffset, endCharOffset } = error.queryCompileError.location;
    expect(text.slice(startCharOffset, endCharOffset)).toBe('strlenn');
    expect(error.queryCompileError.message).toContain('strlenn');
  });

  it.each<{ name: string; more: Partial<StartQueryCommandInput>; fault: string; message: RegExp }>([
    { name: 'names no group', more: {}, fault: 'InvalidParameterException', message: /Exactly one of/ },
    {
      name: 'names groups twice',
      more: { logGroupName: 'g', logGroupNames: ['g'] },
      fault: 'InvalidParameterException',
      message: /Exactly one of/,
    },
    {
      name: 'names a group that is not there',
      more: { logGroupName: 'nowhere' },
      fault: 'ResourceNotFoundException',
      message: /^Log group 'nowhere' does not exist for account ID '000000000000'$/,
    },
    {
      name: 'ends before it begins',
      more: { logGroupName: 'g', startTime: seconds, endTime: seconds - 10 },
      fault: 'InvalidParameterException',
      message: /End time/,
    },
    {
      name: 'asks for too many rows',
      more: { logGroupName: 'g', limit: 100_001 },
      fault: 'InvalidParameterException',
      message: /less than or equal to 100000/,
    },
    {
      name: 'is in another language',
      more: { logGroupName: 'g', queryLanguage: 'SQL' },
      fault: 'InvalidParameterException',
      message: /CWLI queries only/,
    },
  ])('because it $name', async ({ more, fault, message }) => {
    const { client } = await withEvents(['a']);
    await expect(start(client, 'fields @message', more)).rejects.toMatchObject({
      name: fault,
      message: expect.stringMatching(message) as string,
    });
  });

  it('or is not known', async () => {
    const { client } = await served();
    await expect(client.send(new GetQueryResultsCommand({ queryId: 'x' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('the life of a query', () => {
  const messages = Array.from({ length: 100 }, (_, index) => `m${index}`);

  it('is Scheduled, then Running with more and more rows but never all, then Complete', async () => {
    let clock = now;
    const { client } = await withEvents(messages, { now: () => clock, latency: 2000 });
    const id = await start(client, 'fields @message');
    const seen: GetQueryResultsCommandOutput[] = [];
    for (let poll = 0; poll < 5; poll++) {
      // The engine itself must be done; the clock of the endpoint stands still meanwhile.
      if (poll === 1) await new Promise((resolve) => setTimeout(resolve, 500));
      seen.push(await client.send(new GetQueryResultsCommand({ queryId: id })));
      clock += 500;
    }
    expect(seen.map(({ status }) => status)).toEqual(['Scheduled', 'Running', 'Running', 'Running', 'Complete']);
    expect(seen.map(({ results }) => results!.length)).toEqual([0, 25, 50, 75, 100]);
    expect(seen.map(({ statistics }) => statistics!.recordsMatched)).toEqual([0, 25, 50, 75, 100]);
    expect(seen.slice(0, 4).map(({ nextToken }) => nextToken)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('ends as Cancelled when it is stopped, with the rows it had', async () => {
    let clock = now;
    const { client } = await withEvents(messages, { now: () => clock, latency: 2000 });
    const id = await start(client, 'fields @message');
    await new Promise((resolve) => setTimeout(resolve, 500));
    clock += 1000;
    expect(await client.send(new StopQueryCommand({ queryId: id }))).toMatchObject({ success: true });
    clock += 5000;
    const answer = await client.send(new GetQueryResultsCommand({ queryId: id }));
    expect(answer.status).toBe('Cancelled');
    expect(answer.results).toHaveLength(50);
  });

  it('cannot be stopped after its end', async () => {
    const { client } = await withEvents(messages);
    const id = await start(client, 'stats count(*)');
    await finished(client, id);
    await expect(client.send(new StopQueryCommand({ queryId: id }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it.each([
    { faultRates: { timeout: 1 }, status: 'Timeout' },
    { faultRates: { fail: 1 }, status: 'Failed' },
  ])('ends as $status where faults ask for it', async ({ faultRates, status }) => {
    const { client } = await withEvents(messages, { faultRates });
    const answer = await ask(client, 'fields @message');
    expect(answer).toMatchObject({ status, results: [] });
  });

  it('leaves its answer for a while', async () => {
    let clock = now;
    const { client } = await withEvents(messages, { now: () => clock, resultLifetime: 1000 });
    const id = await start(client, 'stats count(*)');
    await finished(client, id);
    clock += 1001;
    await expect(client.send(new GetQueryResultsCommand({ queryId: id }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('is told by DescribeQueries, the latest first', async () => {
    const { client } = await withEvents(messages);
    await ask(client, 'stats count(*)');
    await ask(client, 'fields @message');
    const { queries } = await client.send(new DescribeQueriesCommand({ logGroupName: 'g', status: 'Complete' }));
    expect(queries).toMatchObject([
      {
        queryString: `SOURCE "g" START=${now - 3_600_000} END=${now + 999} | fields @message`,
        status: 'Complete',
        createTime: seconds,
        logGroupName: 'g',
        queryLanguage: 'CWLI',
      },
      { queryString: `SOURCE "g" START=${now - 3_600_000} END=${now + 999} | stats count(*)` },
    ]);
  });

  it('comes in pages there too', async () => {
    const { client } = await withEvents(messages);
    for (const text of ['stats count(*) as a', 'stats count(*) as b', 'stats count(*) as c']) await ask(client, text);
    const first = await client.send(new DescribeQueriesCommand({ maxResults: 2 }));
    await ask(client, 'stats count(*) as d');
    const second = await client.send(new DescribeQueriesCommand({ maxResults: 2, nextToken: first.nextToken }));
    expect([...first.queries!, ...second.queries!].map(({ queryString }) => queryString!.at(-1))).toEqual([
      'c',
      'b',
      'a',
    ]);
  });
});

describe('a record', () => {
  it('is found again by its pointer', async () => {
    const { client } = await withEvents(['{"user":{"name":"ann"},"ok":true}', 'text']);
    const answer = await ask(client, 'filter user.name = "ann"');
    const { logRecord } = await client.send(new GetLogRecordCommand({ logRecordPointer: rowsOf(answer)[0]!['@ptr'] }));
    expect(logRecord).toMatchObject({
      '@message': '{"user":{"name":"ann"},"ok":true}',
      '@timestamp': String(now - 1000),
      '@logStream': 's',
      '@log': '000000000000:g',
      'user.name': 'ann',
      ok: '1',
    });
  });

  it.each([
    ['nonsense', 'InvalidParameterException'],
    [Buffer.from('event 999').toString('base64'), 'ResourceNotFoundException'],
  ])('is refused for the pointer %s', async (logRecordPointer, name) => {
    const { client } = await served();
    await expect(client.send(new GetLogRecordCommand({ logRecordPointer }))).rejects.toMatchObject({ name });
  });
});

describe('the fields of a group', () => {
  it('come with the share of events that have them', async () => {
    const { client } = await withEvents(['{"user":"ann","n":1}', '{"n":2}', '{"n":3}', 'text']);
    const { logGroupFields } = await client.send(new GetLogGroupFieldsCommand({ logGroupName: 'g' }));
    expect(logGroupFields!.filter(({ name }) => !name!.startsWith('@'))).toEqual([
      { name: 'n', percent: 75 },
      { name: 'user', percent: 25 },
    ]);
    expect(logGroupFields).toContainEqual({ name: '@message', percent: 100 });
  });

  it('are those of the minutes around the time', async () => {
    const { client } = await withEvents(['{"n":1}']);
    const late = await client.send(new GetLogGroupFieldsCommand({ logGroupName: 'g', time: seconds + 1000 }));
    const near = await client.send(new GetLogGroupFieldsCommand({ logGroupName: 'g', time: seconds + 400 }));
    expect(late.logGroupFields).toEqual([]);
    expect(near.logGroupFields).toContainEqual({ name: 'n', percent: 100 });
  });
});
