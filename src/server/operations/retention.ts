import { required } from '../input/member.ts';
import { groupName } from '../input/names.ts';
import { integer } from '../input/scalars.ts';
import { defineOperation, type Operation } from '../operation.ts';
import { invalidParameter } from '../service-fault.ts';

/** Days the service offers. */
const offered: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const putRetentionPolicy = defineOperation({
  name: 'PutRetentionPolicy',
  input: { logGroupName: required(groupName), retentionInDays: required(integer()) },
  async handle({ logGroupName, retentionInDays }, { account }) {
    const { name } = account.group(logGroupName);
    if (!offered.includes(retentionInDays)) {
      throw invalidParameter(
        `1 validation error detected: Value '${retentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${offered.join(', ')}]`,
      );
    }
    await account.changeGroup(name, { retentionInDays });
    return {};
  },
});

const deleteRetentionPolicy = defineOperation({
  name: 'DeleteRetentionPolicy',
  input: { logGroupName: required(groupName) },
  async handle({ logGroupName }, { account }) {
    await account.changeGroup(account.group(logGroupName).name, { retentionInDays: undefined });
    return {};
  },
});

export const retentionOperations: readonly Operation[] = [putRetentionPolicy, deleteRetentionPolicy];
