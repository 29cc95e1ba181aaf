import { groupNameOf, lookupTableNameOf } from '../account/arn.ts';
import { list } from '../input/collections.ts';
import { required } from '../input/member.ts';
import { groupName, tagKeys, tags } from '../input/names.ts';
import { text } from '../input/scalars.ts';
import { defineOperation, type Operation } from '../operation.ts';
import type { Service } from '../service.ts';
import { invalidParameter, notFound, ServiceFault } from '../service-fault.ts';

type Tags = Readonly<Record<string, string>>;

/** Something that can be tagged. */
interface Taggable {
  readonly tags: Tags;
  readonly keep: (tags: Tags) => Promise<void>;
}

const resourceArn = text({ min: 1, max: 1011, pattern: /[\w+=/:,.@\-*#]*/ });
const mostTags = 50;

const tagResource = defineOperation({
  name: 'TagResource',
  input: { resourceArn: required(resourceArn), tags: required(tags) },
  handle: (input, service) => addTags(taggable(input.resourceArn, service), input.tags, input.resourceArn),
});

const untagResource = defineOperation({
  name: 'UntagResource',
  input: { resourceArn: required(resourceArn), tagKeys: required(tagKeys) },
  handle: (input, service) => removeTags(taggable(input.resourceArn, service), input.tagKeys),
});

const listTagsForResource = defineOperation({
  name: 'ListTagsForResource',
  input: { resourceArn: required(resourceArn) },
  handle: (input, service) => ({ tags: taggable(input.resourceArn, service).tags }),
});

const tagLogGroup = defineOperation({
  name: 'TagLogGroup',
  input: { logGroupName: required(groupName), tags: required(tags) },
  handle: (input, service) => addTags(taggableGroup(input.logGroupName, service), input.tags, input.logGroupName),
});

const untagLogGroup = defineOperation({
  name: 'UntagLogGroup',
  input: { logGroupName: required(groupName), tags: required(list(text({ min: 1, max: 128 }), { min: 1 })) },
  handle: (input, service) => removeTags(taggableGroup(input.logGroupName, service), input.tags),
});

const listTagsLogGroup = defineOperation({
  name: 'ListTagsLogGroup',
  input: { logGroupName: required(groupName) },
  handle: (input, service) => ({ tags: taggableGroup(input.logGroupName, service).tags }),
});

function taggable(arn: string, service: Service): Taggable {
  if (arn.includes(':log-group:')) return taggableGroup(groupNameOf(arn), service);
  if (arn.includes(':lookup-table:')) return taggableTable(lookupTableNameOf(arn), service);
  throw invalidParameter(`The resource "${arn}" is neither a log group nor a lookup table of this endpoint.`);
}

function taggableGroup(name: string, { account }: Service): Taggable {
  const group = account.group(name);
  return { tags: group.tags, keep: (kept) => account.changeGroup(group.name, { tags: kept }) };
}

function taggableTable(name: string, { account }: Service): Taggable {
  const table = account.lookupTables.get(name);
  if (!table) throw notFound('The specified lookup table does not exist.');
  return { tags: table.tags, keep: (kept) => account.lookupTables.put({ ...table, tags: kept }) };
}

async function addTags(resource: Taggable, added: Tags, name: string): Promise<object> {
  const all = { ...resource.tags, ...added };
  if (Object.keys(all).length > mostTags) {
    throw new ServiceFault('TooManyTagsException', `A resource can have no more than ${mostTags} tags.`, {
      more: { resourceName: name },
    });
  }
  await resource.keep(all);
  return {};
}

async function removeTags(resource: Taggable, keys: readonly string[]): Promise<object> {
  await resource.keep(Object.fromEntries(Object.entries(resource.tags).filter(([key]) => !keys.includes(key))));
  return {};
}

export const tagOperations: readonly Operation[] = [
  tagResource,
  untagResource,
  listTagsForResource,
  tagLogGroup,
  untagLogGroup,
  listTagsLogGroup,
];
