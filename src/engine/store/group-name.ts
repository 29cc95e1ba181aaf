import { EngineError } from '../engine-error.ts';

/** What CloudWatch Logs takes as the name of a log group. */
const groupName = /^[A-Za-z0-9._/#-]{1,512}$/;

/** Throws where a text is no name of a log group. */
export function checkGroupName(logGroup: string): void {
  if (groupName.test(logGroup)) return;
  throw new EngineError(
    `"${logGroup}" is no name of a log group: letters, digits and . - _ / # are, up to 512 of them.`,
  );
}
