import {
  DeleteQueryDefinitionCommand,
  DescribeQueryDefinitionsCommand,
  PutQueryDefinitionCommand,
  type CloudWatchLogsClient,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, it } from 'vitest';
import { served } from './world.ts';

async function names(client: CloudWatchLogsClient, queryDefinitionNamePrefix?: string): Promise<unknown[]> {
  const { queryDefinitions } = await client.send(new DescribeQueryDefinitionsCommand({ queryDefinitionNamePrefix }));
  return queryDefinitions!.map(({ name }) => name);
}

describe('query definitions', () => {
  it('are put, described and deleted', async () => {
    const { client } = await served({ now: () => 1_700_000_000_000 });
    const definition = {
      name: 'net/rejects',
      queryString: 'filter action = {{action}}',
      logGroupNames: ['vpc-flow'],
      parameters: [{ name: 'action', defaultValue: 'REJECT' }],
    };
    const { queryDefinitionId } = await client.send(new PutQueryDefinitionCommand(definition));
    const { queryDefinitions } = await client.send(new DescribeQueryDefinitionsCommand({}));
    expect(queryDefinitions).toEqual([
      { ...definition, queryDefinitionId, queryLanguage: 'CWLI', lastModified: 1_700_000_000_000 },
    ]);
    const deleted = await client.send(new DeleteQueryDefinitionCommand({ queryDefinitionId }));
    expect(deleted.success).toBe(true);
    expect(await names(client)).toEqual([]);
  });

  it('are replaced whole: groups that are left out are gone', async () => {
    const { client } = await served();
    const put = { name: 'q', queryString: 'fields a', logGroupNames: ['g'] };
    const { queryDefinitionId } = await client.send(new PutQueryDefinitionCommand(put));
    await client.send(new PutQueryDefinitionCommand({ queryDefinitionId, name: 'q', queryString: 'fields b' }));
    const { queryDefinitions } = await client.send(new DescribeQueryDefinitionsCommand({}));
    expect(queryDefinitions).toMatchObject([{ queryDefinitionId, queryString: 'fields b', logGroupNames: [] }]);
  });

  it('are made once for the same client token', async () => {
    const { client } = await served();
    const put = { name: 'q', queryString: 'fields a', clientToken: 'a'.repeat(36) };
    const first = await client.send(new PutQueryDefinitionCommand(put));
    const second = await client.send(new PutQueryDefinitionCommand(put));
    expect(second.queryDefinitionId).toBe(first.queryDefinitionId);
    expect(await names(client)).toEqual(['q']);
  });

  it('are found by the beginning of their name, in pages', async () => {
    const { client } = await served();
    for (const name of ['net/b', 'net/a', 'app/c']) {
      await client.send(new PutQueryDefinitionCommand({ name, queryString: 'fields a' }));
    }
    expect(await names(client, 'net/')).toEqual(['net/a', 'net/b']);
    const first = await client.send(new DescribeQueryDefinitionsCommand({ maxResults: 2 }));
    const second = await client.send(new DescribeQueryDefinitionsCommand({ nextToken: first.nextToken }));
    expect([...first.queryDefinitions!, ...second.queryDefinitions!].map(({ name }) => name)).toEqual([
      'app/c',
      'net/a',
      'net/b',
    ]);
  });

  it('that are not there can be neither changed nor deleted', async () => {
    const { client } = await served();
    const put = { queryDefinitionId: 'x', name: 'q', queryString: 'fields a' };
    await expect(client.send(new PutQueryDefinitionCommand(put))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(client.send(new DeleteQueryDefinitionCommand({ queryDefinitionId: 'x' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});
