import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { startScriptedLogsServer, type Script, type ScriptedLogsServer } from '../support/scripted-logs-server.ts';

const rejected =
  '2 123456789010 eni-1235b8ca123456789 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 REJECT OK';

const complete = {
  body: {
    status: 'Complete',
    results: [
      [
        { field: 'srcaddr', value: '172.31.9.69' },
        { field: 'rejections', value: '12' },
      ],
    ],
    statistics: { recordsMatched: 12, recordsScanned: 90, bytesScanned: 9000 },
  },
};

let server: ScriptedLogsServer;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowq-test-'));
  process.env['AWS_ACCESS_KEY_ID'] = 'example';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'example';
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(script: Script, ...words: string[]) {
  server = await startScriptedLogsServer(script);
  return runCli(['run', ...words, '--log-group', 'vpc-flow', '--region', 'eu-west-1', '--endpoint-url', server.url], {
    cwd: folder,
    now: new Date('2026-11-20T12:00:00Z'),
  });
}

const sentQuery = () => server.requests.find(({ operation }) => operation === 'StartQuery')!.body;

describe('flowq run --log-group', () => {
  it.each([
    ['| limit 7', true],
    ['', false],
  ])('says whether it uses --limit beside the text "%s"', async (text, isLeftOut) => {
    writeFileSync(join(folder, 'mine.cwli'), `fields @message ${text}`);
    const { stderr } = await run(
      { StartQuery: [{ body: { queryId: 'q1' } }], GetQueryResults: [complete] },
      'mine.cwli',
      '--limit',
      '2',
    );
    expect(stderr.includes('--limit is left out: the query has its own.')).toBe(isLeftOut);
    expect(sentQuery()['limit']).toBe(isLeftOut ? undefined : 2);
  });

  it('infers the format from events of the range, and asks the query made for it', async () => {
    const { code, stdout, stderr } = await run(
      {
        FilterLogEvents: [{ body: { events: [{ message: rejected, timestamp: 1418530010000 }] } }],
        StartQuery: [{ body: { queryId: 'q1' } }],
        GetQueryResults: [complete],
      },
      'reject-counts',
      '--output',
      'csv',
    );
    expect(stderr).toContain('No time range given: --since 1h.');
    expect(stderr).toContain('Format of the log group vpc-flow: vpc-default, inferred from 1 line');
    expect(code).toBe(0);
    expect(stdout).toBe('srcaddr,rejections\n172.31.9.69,12\n');
    expect(sentQuery()).toMatchObject({
      logGroupNames: ['vpc-flow'],
      startTime: Date.parse('2026-11-20T11:00:00Z') / 1000,
      endTime: Date.parse('2026-11-20T12:00:00Z') / 1000,
    });
    expect(sentQuery()['queryString']).toMatch(/^parse @message/);
  });

  it('asks for --format where it may not look', async () => {
    const { code, stderr } = await run(
      { FilterLogEvents: [{ fault: 'AccessDeniedException', message: 'not you' }] },
      'reject-counts',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('name it with --format');
    expect(server.operations()).toEqual(['FilterLogEvents']);
  });

  it('asks for no format where the log group does not exist', async () => {
    const { code, stderr } = await run(
      { FilterLogEvents: [{ fault: 'ResourceNotFoundException', message: 'The specified log group does not exist.' }] },
      'reject-counts',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('The specified log group does not exist.');
    expect(stderr).not.toContain('--format');
  });

  it('never assumes a format where there are no events', async () => {
    const { code, stderr } = await run({ FilterLogEvents: [{ body: { events: [] } }] }, 'reject-counts');
    expect(code).toBe(2);
    expect(stderr).toContain('there are no events');
  });

  it('sends a saved query as it is written', async () => {
    writeFileSync(join(folder, 'mine.cwli'), '# title: Mine\nstats count(*) as rejections by srcaddr\n');
    const { code } = await run({ StartQuery: [{ body: { queryId: 'q1' } }], GetQueryResults: [complete] }, 'mine.cwli');
    expect(code).toBe(0);
    expect(sentQuery()['queryString']).toBe('# title: Mine\nstats count(*) as rejections by srcaddr\n');
  });

  it('asks the log groups that a saved query names', async () => {
    writeFileSync(join(folder, 'mine.cwli'), '# title: Mine\n# logGroups: [one, two]\nstats count(*) as n\n');
    server = await startScriptedLogsServer({ StartQuery: [{ body: { queryId: 'q1' } }], GetQueryResults: [complete] });
    const words = ['run', 'mine.cwli', '--region', 'eu-west-1', '--endpoint-url', server.url];
    expect((await runCli(words, { cwd: folder })).code).toBe(0);
    expect(sentQuery()).toMatchObject({ logGroupNames: ['one', 'two'] });
  });

  it('shows a refusal of the service at its place', async () => {
    writeFileSync(join(folder, 'mine.cwli'), 'fields nosuch(1)');
    const { code, stderr } = await run(
      {
        StartQuery: [
          {
            fault: 'MalformedQueryException',
            message: 'unknown function',
            more: {
              queryCompileError: { location: { startCharOffset: 7, endCharOffset: 13 }, message: 'unknown function' },
            },
          },
        ],
      },
      'mine.cwli',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('mine.cwli:1:8: error: ');
    expect(stderr).toContain('|        ^^^^^^');
  });

  it('refuses flags that do not go together', async () => {
    const { code, stderr } = await run({}, 'reject-counts', '--file', 'a.log');
    expect(code).toBe(2);
    expect(stderr).toContain('give one of them');
  });
});
