import type { Query } from '../language/ast.ts';
import { CloudWatchError } from './cloudwatch-error.ts';

/** Log groups a call may name; more need `SOURCE` in the query. */
const mostGroups = 50;

/** The group arguments of StartQuery: names, or identifiers where one is an ARN; none where the query names its source itself. */
export function groupArguments(
  query: Query,
  groups: readonly string[],
): { logGroupNames?: string[]; logGroupIdentifiers?: string[] } {
  if (query.commands[0]?.kind === 'SourceCommand') {
    if (groups.length === 0) return {};
    throw new CloudWatchError('The query begins with SOURCE, which names its log groups: leave --log-group away.', {
      code: 'TwoSources',
    });
  }
  if (groups.length === 0) {
    throw new CloudWatchError('No log group is named: give --log-group, or begin the query with SOURCE.', {
      code: 'NoLogGroup',
    });
  }
  if (groups.length > mostGroups) {
    throw new CloudWatchError(
      `CloudWatch Logs takes ${mostGroups} log groups a query, not ${groups.length}: begin the query with SOURCE logGroups(namePrefix: […]).`,
      { code: 'TooManyLogGroups' },
    );
  }
  if (!groups.some(isArn)) return { logGroupNames: [...groups] };
  return { logGroupIdentifiers: groups.map(withoutStar) };
}

/** A group's ARN, as other accounts' groups must be named. */
export function isArn(group: string): boolean {
  return group.startsWith('arn:');
}

/** The service shows ARNs with `:*` at the end and does not take them so. */
export function withoutStar(group: string): string {
  return isArn(group) ? group.replace(/:\*$/, '') : group;
}
