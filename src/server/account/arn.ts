import type { Identity } from '../service.ts';

/** Where things of this account live. */
function prefix({ region, accountId }: Identity): string {
  return `arn:aws:logs:${region}:${accountId}`;
}

/** Without the star that some answers add. */
export function groupArn(identity: Identity, group: string): string {
  return `${prefix(identity)}:log-group:${group}`;
}

export function streamArn(identity: Identity, group: string, stream: string): string {
  return `${groupArn(identity, group)}:log-stream:${stream}`;
}

export function lookupTableArn(identity: Identity, table: string): string {
  return `${prefix(identity)}:lookup-table:${table}`;
}

/** The group's name behind a name or an ARN; region and account of an ARN are not looked at. */
export function groupNameOf(identifier: string): string {
  return identifier.replace(/^arn:[^:]+:logs:[^:]*:\d*:log-group:/, '').replace(/:\*$/, '');
}

/** The table's name behind a name or an ARN. */
export function lookupTableNameOf(identifier: string): string {
  return identifier.replace(/^arn:[^:]+:logs:[^:]*:\d*:lookup-table:/, '');
}
