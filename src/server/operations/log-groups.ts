import { groupArn, groupNameOf } from '../account/arn.ts';
import type { LogGroup } from '../account/log-group.ts';
import { pageOf } from '../account/page-token.ts';
import { matchesTags } from '../account/tag-filter.ts';
import { list, structure } from '../input/collections.ts';
import { required } from '../input/member.ts';
import { groupIdentifier, groupName, pageSize, pageToken, tags } from '../input/names.ts';
import { flag, oneOf, text } from '../input/scalars.ts';
import { defineOperation, type Operation } from '../operation.ts';
import type { Service } from '../service.ts';
import { invalidParameter, ServiceFault } from '../service-fault.ts';
import { refuseImported } from './imported.ts';

const groupClass = oneOf('STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY');

const createLogGroup = defineOperation({
  name: 'CreateLogGroup',
  input: {
    logGroupName: required(groupName),
    kmsKeyId: text({ max: 256 }),
    tags,
    logGroupClass: groupClass,
    deletionProtectionEnabled: flag(),
  },
  async handle(input, { account, events, now }) {
    await account.addGroup(
      {
        name: input.logGroupName,
        createdAt: now(),
        groupClass: input.logGroupClass ?? 'STANDARD',
        kmsKeyId: input.kmsKeyId,
        isProtected: input.deletionProtectionEnabled ?? false,
        tags: input.tags ?? {},
      },
      events,
    );
    return {};
  },
});

const deleteLogGroup = defineOperation({
  name: 'DeleteLogGroup',
  input: { logGroupName: required(groupName) },
  async handle({ logGroupName }, { account, events }) {
    const group = account.group(logGroupName);
    if (group.isProtected) {
      throw new ServiceFault(
        'InvalidOperationException',
        'The log group has deletion protection: switch it off first.',
      );
    }
    refuseImported(group, events);
    await account.removeGroup(group.name);
    await events.drop(group.table);
    return {};
  },
});

const describeLogGroups = defineOperation({
  name: 'DescribeLogGroups',
  input: {
    logGroupNamePrefix: groupName,
    logGroupNamePattern: text({ max: 512, pattern: /[.\-_/#A-Za-z0-9]*/ }),
    logGroupClass: groupClass,
    logGroupIdentifiers: list(groupIdentifier, { min: 1, max: 50 }),
    accountIdentifiers: list(text({ min: 12, max: 12, pattern: /\d{12}/ }), { max: 20 }),
    includeLinkedAccounts: flag(),
    limit: pageSize(50),
    nextToken: pageToken,
  },
  handle(input, service) {
    const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern } = input;
    if (prefix !== undefined && pattern !== undefined) {
      throw invalidParameter('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.');
    }
    // Groups named that are not there are left out of the answer.
    const wanted = input.logGroupIdentifiers && new Set(input.logGroupIdentifiers.map(groupNameOf));
    const groups = service.account
      .groups()
      .filter(
        (group) =>
          group.name.startsWith(prefix ?? '') &&
          group.name.toLowerCase().includes((pattern ?? '').toLowerCase()) &&
          (input.logGroupClass ?? group.groupClass) === group.groupClass &&
          (wanted?.has(group.name) ?? true),
      );
    const { page, nextToken } = pageOf(groups, {
      token: input.nextToken,
      size: input.limit ?? 50,
      keyOf: ({ name }) => name,
    });
    return { logGroups: page.map((group) => describe(group, service)), nextToken };
  },
});

function describe(group: LogGroup, { account, identity }: Service): object {
  const arn = groupArn(identity, group.name);
  return {
    logGroupName: group.name,
    creationTime: group.createdAt,
    retentionInDays: group.retentionInDays,
    metricFilterCount: 0,
    arn: `${arn}:*`,
    logGroupArn: arn,
    storedBytes: account.streams(group.name).reduce((sum, { bytes }) => sum + bytes, 0),
    kmsKeyId: group.kmsKeyId,
    logGroupClass: group.groupClass,
    deletionProtectionEnabled: group.isProtected,
  };
}

const listLogGroups = defineOperation({
  name: 'ListLogGroups',
  input: {
    logGroupNamePattern: text({
      min: 3,
      max: 129,
      pattern: /\^?[.\-_/#A-Za-z0-9]{3,24}(\|\^?[.\-_/#A-Za-z0-9]{3,24}){0,4}/,
    }),
    logGroupClass: groupClass,
    includeLinkedAccounts: flag(),
    accountIdentifiers: list(text({ min: 12, max: 12, pattern: /\d{12}/ }), { max: 20 }),
    dataSources: list(structure({ name: required(text()), type: text() })),
    fieldIndexNames: list(text({ min: 1, max: 512 }), { min: 1, max: 20 }),
    logGroupTags: list(
      structure({ key: required(text({ min: 1, max: 128 })), values: list(text({ max: 257 }), { max: 5 }) }),
      { max: 5 },
    ),
    limit: pageSize(1000),
    nextToken: pageToken,
  },
  handle(input, { account, identity }) {
    // No log group here has a data source or a field index.
    const hasNone = (input.dataSources ?? input.fieldIndexNames ?? []).length > 0;
    const pattern = input.logGroupNamePattern === undefined ? undefined : namePattern(input.logGroupNamePattern);
    const groups = account
      .groups()
      .filter(
        (group) =>
          !hasNone &&
          (pattern?.test(group.name) ?? true) &&
          (input.logGroupClass ?? group.groupClass) === group.groupClass &&
          matchesTags(group.tags, input.logGroupTags ?? []),
      );
    const { page, nextToken } = pageOf(groups, {
      token: input.nextToken,
      size: input.limit ?? 50,
      keyOf: ({ name }) => name,
    });
    return {
      logGroups: page.map((group) => ({
        logGroupName: group.name,
        logGroupArn: groupArn(identity, group.name),
        logGroupClass: group.groupClass,
      })),
      nextToken,
    };
  },
});

/** `^prefix|substring`; the characters a name may hold are literal, but for the dot's other meaning in a regular expression. */
function namePattern(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll('.', '\\.'));
}

export const logGroupOperations: readonly Operation[] = [
  createLogGroup,
  deleteLogGroup,
  describeLogGroups,
  listLogGroups,
];
