import { stringify } from 'csv-stringify/sync';
import { lookupTableArn, lookupTableNameOf } from '../account/arn.ts';
import { checkCsv, type LookupTable } from '../account/lookup-table.ts';
import { pageOf } from '../account/page-token.ts';
import { required } from '../input/member.ts';
import { pageSize, pageToken, tags } from '../input/names.ts';
import { text } from '../input/scalars.ts';
import { defineOperation, type Operation } from '../operation.ts';
import type { Service } from '../service.ts';
import { invalidParameter, notFound, ServiceFault } from '../service-fault.ts';

const tableName = text({ min: 1, max: 256, pattern: /[A-Za-z0-9_]+/ });
const tableArn = required(text({ min: 1, max: 2048 }));
const content = {
  description: text({ max: 1024 }),
  tableBody: text({ min: 1 }),
  queryId: text({ min: 1, max: 256 }),
  kmsKeyId: text({ max: 2048 }),
};

interface Content {
  readonly tableBody: string | undefined;
  readonly queryId: string | undefined;
}

const createLookupTable = defineOperation({
  name: 'CreateLookupTable',
  input: { lookupTableName: required(tableName), ...content, tags },
  async handle(input, service) {
    const { account, identity, now } = service;
    const taken = new ServiceFault('ResourceAlreadyExistsException', 'The specified lookup table already exists.');
    if (account.lookupTables.get(input.lookupTableName)) throw taken;
    const body = await bodyOf(input, service);
    // Somebody else may have made it while the body was read.
    if (account.lookupTables.get(input.lookupTableName)) throw taken;
    const createdAt = now();
    await account.lookupTables.put({
      name: input.lookupTableName,
      description: input.description,
      body,
      ...checkCsv(body),
      lastUpdated: createdAt,
      kmsKeyId: input.kmsKeyId,
      tags: input.tags ?? {},
    });
    return { lookupTableArn: lookupTableArn(identity, input.lookupTableName), createdAt };
  },
});

const updateLookupTable = defineOperation({
  name: 'UpdateLookupTable',
  input: { lookupTableArn: tableArn, ...content },
  async handle(input, service) {
    const { account, identity, now } = service;
    const body = await bodyOf(input, service);
    const table = existing(input.lookupTableArn, service);
    const lastUpdated = now();
    await account.lookupTables.put({
      ...table,
      description: input.description ?? table.description,
      kmsKeyId: input.kmsKeyId ?? table.kmsKeyId,
      body,
      ...checkCsv(body),
      lastUpdated,
    });
    return { lookupTableArn: lookupTableArn(identity, table.name), lastUpdatedTime: lastUpdated };
  },
});

const getLookupTable = defineOperation({
  name: 'GetLookupTable',
  input: { lookupTableArn: tableArn },
  handle(input, service) {
    const table = existing(input.lookupTableArn, service);
    return { ...describe(table, service), tableBody: table.body, tableFields: undefined, recordsCount: undefined };
  },
});

const describeLookupTables = defineOperation({
  name: 'DescribeLookupTables',
  input: { lookupTableNamePrefix: tableName, maxResults: pageSize(100), nextToken: pageToken },
  handle(input, service) {
    const tables = service.account.lookupTables
      .sorted()
      .filter(({ name }) => name.startsWith(input.lookupTableNamePrefix ?? ''));
    const { page, nextToken } = pageOf(tables, {
      token: input.nextToken,
      size: input.maxResults ?? 50,
      keyOf: ({ name }) => name,
    });
    return { lookupTables: page.map((table) => describe(table, service)), nextToken };
  },
});

const deleteLookupTable = defineOperation({
  name: 'DeleteLookupTable',
  input: { lookupTableArn: tableArn },
  async handle(input, service) {
    await service.account.lookupTables.delete(existing(input.lookupTableArn, service).name);
    return {};
  },
});

function existing(arn: string, { account }: Service): LookupTable {
  const table = account.lookupTables.get(lookupTableNameOf(arn));
  if (!table) throw notFound('The specified lookup table does not exist.');
  return table;
}

function describe(table: LookupTable, { identity }: Service): object {
  return {
    lookupTableArn: lookupTableArn(identity, table.name),
    lookupTableName: table.name,
    description: table.description,
    tableFields: table.fields,
    recordsCount: table.records,
    sizeBytes: Buffer.byteLength(table.body),
    lastUpdatedTime: table.lastUpdated,
    kmsKeyId: table.kmsKeyId,
  };
}

/** The CSV itself, or the answer of a query that has ended. */
async function bodyOf({ tableBody, queryId }: Content, { queries }: Service): Promise<string> {
  if ((tableBody === undefined) === (queryId === undefined)) {
    throw invalidParameter('Exactly one of tableBody and queryId must be specified.');
  }
  if (tableBody !== undefined) return tableBody;
  const run = queries.get(queryId!);
  const { status, rows: count } = run.view();
  if (status !== 'Complete' && status !== 'Cancelled') {
    throw invalidParameter(`The query must be complete or cancelled; it is "${status}".`);
  }
  const rows = (await run.rows.rows()).slice(0, count);
  const columns = [...new Set(rows.flatMap((row) => row.map(({ field }) => field)))].filter((name) => name !== '@ptr');
  if (columns.length === 0) throw invalidParameter('The query has no rows to make a table of.');
  const records = rows.map((row) => Object.fromEntries(row.map(({ field, value }) => [field, value])));
  return stringify(records, { header: true, columns });
}

export const lookupTableOperations: readonly Operation[] = [
  createLookupTable,
  updateLookupTable,
  getLookupTable,
  describeLookupTables,
  deleteLookupTable,
];
