import { randomUUID } from 'node:crypto';
import type { QueryDefinition } from '../account/query-definition.ts';
import { pageOf } from '../account/page-token.ts';
import { list, structure } from '../input/collections.ts';
import { required } from '../input/member.ts';
import { groupName, pageSize, pageToken } from '../input/names.ts';
import { oneOf, text } from '../input/scalars.ts';
import { defineOperation, type Operation } from '../operation.ts';
import type { Service } from '../service.ts';
import { notFound } from '../service-fault.ts';

const language = oneOf('CWLI', 'SQL', 'PPL');
const definitionId = text({ max: 256 });

const putQueryDefinition = defineOperation({
  name: 'PutQueryDefinition',
  input: {
    queryDefinitionId: definitionId,
    name: required(text({ min: 1, max: 255 })),
    queryString: required(text({ min: 1, max: 10_000 })),
    queryLanguage: language,
    logGroupNames: list(groupName, { max: 50 }),
    clientToken: text({ min: 36, max: 128, pattern: /\S{36,128}/ }),
    parameters: list(
      structure({
        name: required(text({ min: 1, max: 50, pattern: /[A-Za-z0-9_-]+/ })),
        defaultValue: text({ max: 2048 }),
        description: text({ max: 512 }),
      }),
      { max: 20 },
    ),
  },
  async handle(input, { account, now }) {
    const { clientToken } = input;
    if (input.queryDefinitionId === undefined && clientToken !== undefined) {
      const made = account.definitions.sorted().find((definition) => definition.clientToken === clientToken);
      if (made) return { queryDefinitionId: made.id };
    }
    const id = input.queryDefinitionId ?? randomUUID();
    if (input.queryDefinitionId !== undefined) existing(id, account);
    // What is left out is cleared: the service replaces the whole definition.
    await account.definitions.put({
      id,
      name: input.name,
      queryString: input.queryString,
      queryLanguage: input.queryLanguage ?? 'CWLI',
      lastModified: now(),
      logGroupNames: input.logGroupNames ?? [],
      parameters: input.parameters ?? [],
      clientToken,
    });
    return { queryDefinitionId: id };
  },
});

const describeQueryDefinitions = defineOperation({
  name: 'DescribeQueryDefinitions',
  input: {
    queryLanguage: language,
    queryDefinitionNamePrefix: text({ min: 1, max: 255 }),
    maxResults: pageSize(1000),
    nextToken: pageToken,
  },
  handle(input, { account }) {
    const definitions = account.definitions
      .sorted()
      .filter(
        ({ name, queryLanguage }) =>
          name.startsWith(input.queryDefinitionNamePrefix ?? '') &&
          (input.queryLanguage ?? queryLanguage) === queryLanguage,
      )
      .map((definition) => ({ key: `${definition.name}\n${definition.id}`, definition }))
      .sort((left, right) => (left.key < right.key ? -1 : 1));
    const { page, nextToken } = pageOf(definitions, {
      token: input.nextToken,
      size: input.maxResults ?? 1000,
      keyOf: ({ key }) => key,
    });
    return { queryDefinitions: page.map(({ definition }) => describe(definition)), nextToken };
  },
});

const deleteQueryDefinition = defineOperation({
  name: 'DeleteQueryDefinition',
  input: { queryDefinitionId: required(definitionId) },
  async handle({ queryDefinitionId }, { account }) {
    existing(queryDefinitionId, account);
    await account.definitions.delete(queryDefinitionId);
    return { success: true };
  },
});

function existing(id: string, account: Service['account']): void {
  if (!account.definitions.get(id)) throw notFound(`The query definition "${id}" does not exist.`);
}

function describe(definition: QueryDefinition): object {
  return {
    queryDefinitionId: definition.id,
    name: definition.name,
    queryString: definition.queryString,
    queryLanguage: definition.queryLanguage,
    lastModified: definition.lastModified,
    logGroupNames: definition.logGroupNames,
    ...(definition.parameters.length > 0 && { parameters: definition.parameters }),
  };
}

export const queryDefinitionOperations: readonly Operation[] = [
  putQueryDefinition,
  describeQueryDefinitions,
  deleteQueryDefinition,
];
