import type { Account } from '../account/account.ts';
import type { LogGroup } from '../account/log-group.ts';
import { invalidParameter } from '../service-fault.ts';

/** The group that a request names in one of the two ways, and only in one. */
export function namedGroup(
  input: { readonly logGroupName: string | undefined; readonly logGroupIdentifier: string | undefined },
  account: Account,
): LogGroup {
  const { logGroupName, logGroupIdentifier } = input;
  if (logGroupName !== undefined && logGroupIdentifier !== undefined) {
    throw invalidParameter('Both logGroupName and logGroupIdentifier can not be specified together.');
  }
  const identifier = logGroupName ?? logGroupIdentifier;
  if (identifier === undefined) throw invalidParameter('Either logGroupName or logGroupIdentifier must be specified.');
  return account.group(identifier);
}
