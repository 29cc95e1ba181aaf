import { describe, expect, it } from 'vitest';
import { runOnCloudWatch, type CloudWatchOptions } from '../../src/cloudwatch/run-query.ts';
import type { QueryProgress } from '../../src/cloudwatch/poll.ts';
import type { Query } from '../../src/language/ast.ts';
import type { Column, QueryResult } from '../../src/results/result.ts';
import { QueryError } from '../../src/text/query-error.ts';
import { allRows, limitOf, queryWith, scriptedWorld, serviceRows, type ScriptedWorld } from './world.ts';
import type { Script, ScriptedAnswer } from '../support/scripted-logs-server.ts';

const started: ScriptedAnswer = { body: { queryId: 'q-1' } };
const columns: readonly Column[] = [
  { name: 'srcAddr', type: 'string' },
  { name: 'rejects', type: 'number' },
];

interface Run extends ScriptedWorld {
  readonly result: Promise<QueryResult>;
}

async function run(
  script: Script,
  options: Partial<CloudWatchOptions> & { query?: Query; text?: string; logGroups?: string[] } = {},
): Promise<Run> {
  const world = await scriptedWorld(script);
  const { query = queryWith(), text = 'stats count(*) by srcAddr', logGroups = ['vpc-flow'], ...rest } = options;
  const result = runOnCloudWatch(
    {
      query,
      source: { name: 'rejects.cwli', text },
      logGroups,
      range: { start: 1_700_000_000_500, end: 1_700_003_599_999 },
    },
    { api: world.api, clock: world.clock, ...rest },
  );
  return { ...world, result };
}

function complete(rows: object, statistics: object = {}, more: object = {}): ScriptedAnswer {
  return { body: { status: 'Complete', results: rows, statistics, ...more } };
}

describe('a query on CloudWatch', () => {
  it('asks for whole seconds and the named groups', async () => {
    const { result, server } = await run({ StartQuery: [started], GetQueryResults: [complete([])] });
    await result;
    expect(server.requests[0]!.body).toEqual({
      logGroupNames: ['vpc-flow'],
      queryString: 'stats count(*) by srcAddr',
      startTime: 1_700_000_000,
      endTime: 1_700_003_599,
      limit: 100_000,
    });
  });

  it('names groups of other accounts by their ARN, without the star', async () => {
    const arn = 'arn:aws:logs:eu-west-1:123456789012:log-group:flows';
    const { result, server } = await run(
      { StartQuery: [started], GetQueryResults: [complete([])] },
      { logGroups: [`${arn}:*`, 'vpc-flow'] },
    );
    await result;
    expect(server.requests[0]!.body).toMatchObject({ logGroupIdentifiers: [arn, 'vpc-flow'] });
  });

  it('puts cells under the promised columns and leaves missing ones absent', async () => {
    const { result } = await run(
      {
        StartQuery: [started],
        GetQueryResults: [complete(serviceRows({ rejects: '7', srcAddr: '10.0.0.1' }, { rejects: '2' }, {}))],
      },
      { columns },
    );
    const { rows } = await result;
    expect(await allRows(rows)).toEqual([
      ['10.0.0.1', '7'],
      [undefined, '2'],
      [undefined, undefined],
    ]);
  });

  it('reads every page', async () => {
    const { result, server } = await run(
      {
        StartQuery: [started],
        GetQueryResults: [
          complete(serviceRows({ srcAddr: 'a' }), {}, { nextToken: 'two' }),
          complete(serviceRows({ srcAddr: 'b' }), {}, { nextToken: 'three' }),
          complete(serviceRows({ srcAddr: 'c' })),
        ],
      },
      { columns },
    );
    expect(await allRows((await result).rows)).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['c', undefined],
    ]);
    expect(server.requests.slice(1).map(({ body }) => body)).toEqual([
      { queryId: 'q-1', maxItems: 10_000 },
      { queryId: 'q-1', maxItems: 10_000, nextToken: 'two' },
      { queryId: 'q-1', maxItems: 10_000, nextToken: 'three' },
    ]);
  });

  it('refuses a page token that leads nowhere', async () => {
    const page = complete(serviceRows({ srcAddr: 'a' }), {}, { nextToken: 'same' });
    const { result } = await run({ StartQuery: [started], GetQueryResults: [page, page] }, { columns });
    await expect(allRows((await result).rows)).rejects.toThrow('same page again');
  });

  it('looks less and less often, and tells how far the query is', async () => {
    const seen: QueryProgress[] = [];
    const running = { body: { status: 'Running', statistics: { recordsMatched: 3, recordsScanned: 900 } } };
    const { result, clock } = await run(
      {
        StartQuery: [started],
        GetQueryResults: [{ body: { status: 'Scheduled' } }, ...Array<ScriptedAnswer>(8).fill(running), complete([])],
      },
      { onProgress: (progress) => seen.push(progress) },
    );
    await result;
    expect(clock.waits.map(Math.round)).toEqual([250, 375, 563, 844, 1266, 1898, 2848, 3000, 3000]);
    expect(seen.slice(0, 2)).toEqual([
      { queryId: 'q-1', status: 'Scheduled', recordsMatched: 0, recordsScanned: 0, bytesScanned: 0 },
      { queryId: 'q-1', status: 'Running', recordsMatched: 3, recordsScanned: 900, bytesScanned: 0 },
    ]);
  });

  it('gives the statistics when the rows are read', async () => {
    const { result } = await run(
      {
        StartQuery: [started],
        GetQueryResults: [
          { body: { status: 'Running' } },
          complete(serviceRows({ srcAddr: 'a' }), { recordsMatched: 5, recordsScanned: 70, bytesScanned: 4200 }),
        ],
      },
      { columns },
    );
    const { rows, statistics } = await result;
    await allRows(rows);
    expect(await statistics).toEqual({
      recordsMatched: 5,
      recordsScanned: 70,
      bytesScanned: 4200,
      rows: 1,
      elapsedMilliseconds: 250,
      warnings: [],
    });
  });

  it('answers a query that finds nothing with its columns and no rows', async () => {
    const { result } = await run({ StartQuery: [started], GetQueryResults: [complete([])] }, { columns });
    const { rows, columns: shown } = await result;
    expect(shown).toEqual(columns);
    expect(await allRows(rows)).toEqual([]);
  });
});

describe('columns that nobody promised', () => {
  const pages: Script = {
    StartQuery: [started],
    GetQueryResults: [
      complete(serviceRows({ srcAddr: 'a', zone: 'x', '@ptr': 'p1' }), {}, { nextToken: 'two' }),
      complete(serviceRows({ srcAddr: 'b', late: 'y', '@ptr': 'p2' })),
    ],
  };

  it('are the union of all rows where analysis could not tell', async () => {
    const { result } = await run(pages);
    const { columns: shown, rows } = await result;
    expect(shown).toEqual([
      { name: 'srcAddr', type: 'string' },
      { name: 'zone', type: 'string' },
      { name: 'late', type: 'string' },
      { name: '@ptr', type: 'string', hidden: true },
    ]);
    expect(await allRows(rows)).toEqual([
      ['a', 'x', undefined, 'p1'],
      ['b', undefined, 'y', 'p2'],
    ]);
  });

  it('are added where the first page has them, and counted where a later page does', async () => {
    const { result } = await run(pages, { columns: columns.slice(0, 1) });
    const { columns: shown, rows, statistics } = await result;
    expect(shown.map(({ name }) => name)).toEqual(['srcAddr', 'zone', '@ptr']);
    await allRows(rows);
    expect((await statistics).warnings).toEqual([
      'The field "late" is not shown: it first came after the first page (in 1 row).',
    ]);
  });
});

describe('the limit', () => {
  it.each([
    { name: 'of a text that asks for few rows is left to the text', text: 20, flag: undefined, sent: undefined },
    { name: 'of a text that asks for 10,000 is left to the text', text: 10_000, flag: 5, sent: undefined },
    { name: 'of a text that asks for more is sent as well', text: 10_001, flag: undefined, sent: 10_001 },
    { name: 'of the command line is sent where the text has none', text: undefined, flag: 50, sent: 50 },
    { name: 'is the highest there is where nobody set one', text: undefined, flag: undefined, sent: 100_000 },
  ])('$name', async ({ text, flag, sent }) => {
    const { result, server } = await run(
      { StartQuery: [started], GetQueryResults: [complete([])] },
      { query: text === undefined ? queryWith() : queryWith(limitOf(3), limitOf(text)), ...(flag && { limit: flag }) },
    );
    await result;
    expect(server.requests[0]!.body.limit).toBe(sent);
  });

  it('that cuts the answer is said', async () => {
    const { result } = await run(
      {
        StartQuery: [started],
        GetQueryResults: [complete(serviceRows({ srcAddr: 'a' }, { srcAddr: 'b' }), { recordsMatched: 71_101 })],
      },
      { limit: 2 },
    );
    const { rows, statistics } = await result;
    await allRows(rows);
    expect((await statistics).warnings).toEqual([
      'The answer stops at 2 rows; 71,101 events matched, so there may be more.',
    ]);
  });

  it('that the text asked for is no surprise', async () => {
    const { result } = await run(
      {
        StartQuery: [started],
        GetQueryResults: [complete(serviceRows({ srcAddr: 'a' }), { recordsMatched: 71_101 })],
      },
      { query: queryWith(limitOf(1)) },
    );
    const { rows, statistics } = await result;
    await allRows(rows);
    expect((await statistics).warnings).toEqual([]);
  });

  it('is not blamed where the service has more rows than it gave', async () => {
    const { result } = await run({
      StartQuery: [started],
      GetQueryResults: [complete(serviceRows({ srcAddr: 'a' }), { recordsMatched: 9, resultCount: 1_200 })],
    });
    const { rows, statistics } = await result;
    await allRows(rows);
    expect((await statistics).warnings).toEqual(['Only 1 of 1,200 rows came.']);
  });
});

describe('a query that ends badly', () => {
  it.each(['Failed', 'Timeout', 'Cancelled', 'Unknown'])('is an error with its status: %s', async (status) => {
    const { result, server } = await run({ StartQuery: [started], GetQueryResults: [{ body: { status } }] });
    await expect(result).rejects.toMatchObject({ name: 'CloudWatchError', code: status, queryId: 'q-1' });
    expect(server.operations()).toEqual(['StartQuery', 'GetQueryResults']);
  });

  it('refuses a malformed query at its place', async () => {
    const text = 'filter strlenn(@message) > 3';
    const { result } = await run(
      {
        StartQuery: [
          {
            fault: 'MalformedQueryException',
            message:
              'bad (Service: AWSLogs; Status Code: 400; Error Code: MalformedQueryException; Request ID: 1; Proxy: null)',
            more: {
              queryCompileError: { location: { startCharOffset: 7, endCharOffset: 14 }, message: 'Invalid function' },
            },
          },
        ],
      },
      { text },
    );
    const error = await result.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(QueryError);
    const [diagnostic] = (error as QueryError).diagnostics;
    expect(diagnostic).toMatchObject({ message: 'Invalid function.', severity: 'error' });
    expect(text.slice(diagnostic!.span.start, diagnostic!.span.end)).toBe('strlenn');
  });

  it('marks the whole query where the service names no place', async () => {
    const { result } = await run(
      {
        StartQuery: [{ fault: 'MalformedQueryException', message: 'no (Service: AWSLogs; Proxy: null)' }],
      },
      { text: 'fields a' },
    );
    await expect(result).rejects.toMatchObject({
      diagnostics: [{ message: 'no.', span: { start: 0, end: 8 } }],
    });
  });

  it('says which log group is not there', async () => {
    const message = "Log group 'vpc-flow' does not exist for account ID '123456789012'";
    const { result } = await run({ StartQuery: [{ fault: 'ResourceNotFoundException', message }] });
    await expect(result).rejects.toMatchObject({
      name: 'CloudWatchError',
      code: 'ResourceNotFoundException',
      message: `${message}. Check the name and --region.`,
    });
  });

  it('stops at the service when the person stops it here', async () => {
    const interruption = new AbortController();
    const reason = new Error('Interrupted.');
    const { result, server } = await run(
      {
        StartQuery: [started],
        GetQueryResults: [{ body: { status: 'Running' } }],
        StopQuery: [{ body: { success: true } }],
      },
      { signal: interruption.signal, onProgress: () => interruption.abort(reason) },
    );
    await expect(result).rejects.toBe(reason);
    expect(server.requests.at(-1)).toMatchObject({ operation: 'StopQuery', body: { queryId: 'q-1' } });
  });

  it('stops at the service when its answers can no longer be had', async () => {
    const { result, server } = await run({
      StartQuery: [started],
      GetQueryResults: [{ fault: 'AccessDeniedException', message: 'no' }],
      StopQuery: [{ body: { success: true } }],
    });
    await expect(result).rejects.toThrow('AWS does not allow GetQueryResults: no.');
    expect(server.operations().at(-1)).toBe('StopQuery');
  });

  it('says that it may still run where it cannot be stopped', async () => {
    const denied: ScriptedAnswer = { fault: 'AccessDeniedException', message: 'no' };
    const { result } = await run({ StartQuery: [started], GetQueryResults: [denied], StopQuery: [denied] });
    await expect(result).rejects.toThrow('The query may still be running. [q-1]');
  });

  it('is not begun when the person stopped before', async () => {
    const { result, server } = await run({}, { signal: AbortSignal.abort(new Error('Interrupted.')) });
    await expect(result).rejects.toThrow('Interrupted.');
    expect(server.requests).toEqual([]);
  });

  it('needs a log group', async () => {
    const { result } = await run({}, { logGroups: [] });
    await expect(result).rejects.toThrow('No log group is named');
  });
});
