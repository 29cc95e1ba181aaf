import { randomUUID } from 'node:crypto';
import { mostRows } from '../../language/most-rows.ts';
import { readToken, pageOf, writeToken } from '../account/page-token.ts';
import { list } from '../input/collections.ts';
import { required } from '../input/member.ts';
import { groupIdentifier, groupName, instant, pageSize, pageToken } from '../input/names.ts';
import { integer, oneOf, text } from '../input/scalars.ts';
import { defineOperation, type Operation } from '../operation.ts';
import type { QueryRun, QueryView } from '../queries/query-run.ts';
import { queryRange } from '../queries/query-range.ts';
import { shownText } from '../queries/shown-text.ts';
import { invalidParameter, notFound } from '../service-fault.ts';
import type { Service } from '../service.ts';

const mostRowsOfPage = 10_000;
const rowsUnlessTold = 10_000;

const queryId = text({ min: 0, max: 256 });
const language = oneOf('CWLI', 'SQL', 'PPL');

const startQuery = defineOperation({
  name: 'StartQuery',
  input: {
    logGroupName: groupName,
    logGroupNames: list(groupName, { max: 50 }),
    logGroupIdentifiers: list(groupIdentifier, { max: 50 }),
    startTime: required(instant),
    endTime: required(instant),
    queryString: required(text({ max: 10_000 })),
    limit: integer({ min: 1, max: mostRows }),
    queryLanguage: language,
  },
  async handle(input, service) {
    const { queries, engine, quotas, now } = service;
    if ((input.queryLanguage ?? 'CWLI') !== 'CWLI') {
      throw invalidParameter(`This endpoint runs CWLI queries only, not ${input.queryLanguage}.`);
    }
    quotas.admitQuery(queries.underWay);
    const named = namedGroups(input, service);
    const prepared = await engine.prepare({
      text: input.queryString,
      groups: named,
      range: queryRange(input.startTime, input.endTime),
      limit: input.limit,
    });
    const id = randomUUID();
    queries.start({
      id,
      shownText: shownText(input.queryString, prepared.groups, prepared.range),
      groups: prepared.groups,
      createdAt: now(),
      limit: input.limit ?? mostRows,
      doom: service.faults.doomOfQuery(),
      execute: prepared.execute,
    });
    return { queryId: id };
  },
});

/** The groups of a request: exactly one way of naming them, or none where the query begins with SOURCE. */
function namedGroups(
  input: {
    readonly logGroupName: string | undefined;
    readonly logGroupNames: readonly string[] | undefined;
    readonly logGroupIdentifiers: readonly string[] | undefined;
    readonly queryString: string;
  },
  { account, identity }: Service,
): readonly string[] | undefined {
  const ways = [input.logGroupName && [input.logGroupName], input.logGroupNames, input.logGroupIdentifiers].filter(
    (way) => way !== undefined && way !== '',
  );
  const hasSource = /^\s*(#[^\n]*\n\s*)*SOURCE\b/i.test(input.queryString);
  if (ways.length === 0 && hasSource) return undefined;
  if (ways.length !== 1) {
    throw invalidParameter(
      'Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be specified, or none where the query begins with SOURCE.',
    );
  }
  if (hasSource) throw invalidParameter('A query that begins with SOURCE names its log groups itself.');
  const names = ways[0] as readonly string[];
  if (names.length === 0) throw invalidParameter('At least one log group must be specified.');
  if (names.some((name) => /^arn:.*:\*$/.test(name))) {
    throw invalidParameter('An ARN of a log group must not end in ":*" here.');
  }
  return [...new Set(names)].map((name) => {
    const found = account.findGroup(name);
    if (!found) throw notFound(`Log group '${name}' does not exist for account ID '${identity.accountId}'`);
    return found.name;
  });
}

const getQueryResults = defineOperation({
  name: 'GetQueryResults',
  input: { queryId: required(queryId), nextToken: pageToken, maxItems: pageSize(mostRowsOfPage) },
  handle(input, { queries }) {
    const run = queries.get(input.queryId);
    const view = run.view();
    const from = input.nextToken === undefined ? 0 : placeOf(input.nextToken, input.queryId);
    const to = Math.min(view.rows, from + (input.maxItems ?? rowsUnlessTold));
    // Partial rows have no further pages: they are not the answer yet.
    const hasMore = view.status === 'Complete' && to < view.rows;
    return resultsBody(run, view, { from, to, nextToken: hasMore ? writeToken(`${input.queryId}:${to}`) : undefined });
  },
});

function placeOf(token: string, id: string): number {
  const match = /^(.+):(\d+)$/.exec(readToken(token));
  if (match?.[1] !== id) throw invalidParameter('The specified nextToken is invalid.');
  return Number(match[2]);
}

interface Page {
  readonly from: number;
  readonly to: number;
  readonly nextToken: string | undefined;
}

/** The rows are JSON text already; 100,000 of them never become objects here. */
async function* resultsBody(
  run: QueryRun,
  view: QueryView,
  { from, to, nextToken }: Page,
): AsyncGenerator<string | Uint8Array> {
  yield '{"queryLanguage":"CWLI","results":[';
  yield* run.rows.slice(from, to);
  yield `],"statistics":${statisticsJson(run, view)},"status":"${view.status}"`;
  if (nextToken !== undefined) yield `,"nextToken":${JSON.stringify(nextToken)}`;
  yield '}';
}

/** The service writes these counts as floats. */
function statisticsJson(run: QueryRun, view: QueryView): string {
  const counts = {
    recordsMatched: view.recordsMatched,
    recordsScanned: view.recordsScanned,
    estimatedRecordsSkipped: 0,
    bytesScanned: view.bytesScanned,
    estimatedBytesSkipped: 0,
    logGroupsScanned: run.request.groups.length,
    ...(view.status === 'Complete' && { resultCount: view.rows }),
  };
  const members = Object.entries(counts).map(([name, count]) => `"${name}":${count.toFixed(1)}`);
  return `{${members.join(',')}}`;
}

const stopQuery = defineOperation({
  name: 'StopQuery',
  input: { queryId: required(queryId) },
  handle(input, { queries }) {
    if (!queries.get(input.queryId).stop()) {
      throw invalidParameter('Provided QueryId is not in a state to be stopped: the query has ended.');
    }
    return { success: true };
  },
});

const describeQueries = defineOperation({
  name: 'DescribeQueries',
  input: {
    logGroupName: groupName,
    status: oneOf('Scheduled', 'Running', 'Complete', 'Failed', 'Cancelled', 'Timeout', 'Unknown'),
    maxResults: pageSize(1000),
    nextToken: pageToken,
    queryLanguage: language,
  },
  handle(input, { queries, identity }) {
    const runs = queries
      .all()
      .map((run) => ({ run, view: run.view(), key: String(Number.MAX_SAFE_INTEGER - run.number) }))
      .filter(
        ({ run, view }) =>
          (input.logGroupName === undefined || run.request.groups.includes(input.logGroupName)) &&
          (input.status ?? view.status) === view.status &&
          (input.queryLanguage ?? 'CWLI') === 'CWLI',
      );
    const { page, nextToken } = pageOf(runs, {
      token: input.nextToken,
      size: input.maxResults ?? 1000,
      keyOf: ({ key }) => key,
    });
    return {
      queries: page.map(({ run, view }) => ({
        queryLanguage: 'CWLI',
        queryId: run.request.id,
        queryString: run.request.shownText,
        status: view.status,
        createTime: Math.floor(run.request.createdAt / 1000),
        logGroupName: run.request.groups[0],
        queryDuration: run.endedAt === undefined ? undefined : run.endedAt - run.request.createdAt,
        bytesScanned: view.bytesScanned,
        userIdentity: `arn:aws:iam::${identity.accountId}:root`,
      })),
      nextToken,
    };
  },
});

export const queryOperations: readonly Operation[] = [startQuery, getQueryResults, stopQuery, describeQueries];
