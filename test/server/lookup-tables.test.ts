import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  CreateLookupTableCommand,
  DeleteLookupTableCommand,
  DescribeLookupTablesCommand,
  GetLookupTableCommand,
  GetQueryResultsCommand,
  ListTagsForResourceCommand,
  PutLogEventsCommand,
  StartQueryCommand,
  UpdateLookupTableCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/server/account/lookup-table.ts';
import { served } from './world.ts';

const now = 1_700_000_000_000;
const tableBody = 'id,name\neni-1,"web, one"\neni-2,db\n';

describe('lookup tables', () => {
  it('are created, read, described, updated and deleted', async () => {
    const { client } = await served({ now: () => now });
    const { lookupTableArn, createdAt } = await client.send(
      new CreateLookupTableCommand({ lookupTableName: 'hosts', description: 'names', tableBody, tags: { team: 'x' } }),
    );
    expect(createdAt).toBe(now);
    const described = await client.send(new DescribeLookupTablesCommand({ lookupTableNamePrefix: 'ho' }));
    expect(described.lookupTables).toEqual([
      {
        lookupTableArn,
        lookupTableName: 'hosts',
        description: 'names',
        tableFields: ['id', 'name'],
        recordsCount: 2,
        sizeBytes: tableBody.length,
        lastUpdatedTime: now,
      },
    ]);
    await client.send(new UpdateLookupTableCommand({ lookupTableArn, tableBody: 'id\nx\n' }));
    expect(await client.send(new GetLookupTableCommand({ lookupTableArn }))).toMatchObject({
      lookupTableName: 'hosts',
      description: 'names',
      tableBody: 'id\nx\n',
      sizeBytes: 5,
    });
    expect((await client.send(new ListTagsForResourceCommand({ resourceArn: lookupTableArn }))).tags).toEqual({
      team: 'x',
    });
    await client.send(new DeleteLookupTableCommand({ lookupTableArn }));
    await expect(client.send(new GetLookupTableCommand({ lookupTableArn }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('are made of the answer of a query', async () => {
    const { client } = await served({ now: () => now });
    await client.send(new CreateLogGroupCommand({ logGroupName: 'g' }));
    await client.send(new CreateLogStreamCommand({ logGroupName: 'g', logStreamName: 's' }));
    const logEvents = [
      { timestamp: now - 1, message: '{"id":"a","note":"x, \\"y\\""}' },
      { timestamp: now, message: '{"id":"b"}' },
    ];
    await client.send(new PutLogEventsCommand({ logGroupName: 'g', logStreamName: 's', logEvents }));
    const { queryId } = await client.send(
      new StartQueryCommand({
        logGroupName: 'g',
        startTime: now / 1000 - 60,
        endTime: now / 1000,
        queryString: 'fields id, note | sort id asc',
      }),
    );
    let status;
    while (status !== 'Complete') ({ status } = await client.send(new GetQueryResultsCommand({ queryId })));
    const { lookupTableArn } = await client.send(new CreateLookupTableCommand({ lookupTableName: 'ids', queryId }));
    const table = await client.send(new GetLookupTableCommand({ lookupTableArn }));
    expect(table.tableBody).toBe('id,note\na,"x, ""y"""\nb,\n');
  });

  it.each([
    { name: 'neither body nor query', input: {}, fault: 'InvalidParameterException' },
    { name: 'both', input: { tableBody, queryId: 'x' }, fault: 'InvalidParameterException' },
    { name: 'a query that is not there', input: { queryId: 'x' }, fault: 'ResourceNotFoundException' },
    { name: 'rows of another length', input: { tableBody: 'a,b\n1\n' }, fault: 'InvalidParameterException' },
    { name: 'a column twice', input: { tableBody: 'a,a\n1,2\n' }, fault: 'InvalidParameterException' },
    { name: 'a quote inside a value', input: { tableBody: 'a\nx"y\n' }, fault: 'InvalidParameterException' },
    { name: 'no header', input: { tableBody: '\n' }, fault: 'InvalidParameterException' },
    {
      name: 'more than 10 MB',
      input: { tableBody: `a\n${'x'.repeat(10 * 1024 * 1024)}` },
      fault: 'InvalidParameterException',
    },
  ])('refuse $name', async ({ input, fault }) => {
    const { client } = await served();
    const create = new CreateLookupTableCommand({ lookupTableName: 't', ...input });
    await expect(client.send(create)).rejects.toMatchObject({ name: fault });
  });

  it('have one name each', async () => {
    const { client } = await served();
    const create = new CreateLookupTableCommand({ lookupTableName: 't', tableBody });
    await client.send(create);
    await expect(client.send(create)).rejects.toMatchObject({ name: 'ResourceAlreadyExistsException' });
  });
});

describe('CSV', () => {
  it.each([
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['a\n"x ""y"""\n', [['a'], ['x "y"']]],
    ['a\n"two\nlines"\n\n', [['a'], ['two\nlines']]],
    ['\uFEFFa\n1\n', [['a'], ['1']]],
    [
      'a,b\n,\n',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    ['', []],
  ])('is read: %j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });
});
