import { list, textMap } from './collections.ts';
import { integer, text } from './scalars.ts';

/** Members that many operations share, with the service's rules for them. */

export const groupName = text({ min: 1, max: 512, pattern: /[.\-_/#A-Za-z0-9]+/ });

/** A name or an ARN. */
export const groupIdentifier = text({ min: 1, max: 2048, pattern: /[\w#+=/:,.@-]*/ });

export const streamName = text({ min: 1, max: 512, pattern: /[^:*]*/ });

export const pageToken = text({ min: 1 });

/** Entries wanted on a page. */
export function pageSize(max: number): ReturnType<typeof integer> {
  return integer({ min: 1, max });
}

/** Epoch time; the service takes nothing from before 1970. */
export const instant = integer({ min: 0 });

const tagKey = text({ min: 1, max: 128, pattern: /([\p{L}\p{Z}\p{N}_.:/=+\-@]+)/u });
const tagValue = text({ max: 256, pattern: /([\p{L}\p{Z}\p{N}_.:/=+\-@]*)/u });

export const tags = textMap({ key: tagKey, value: tagValue }, { min: 1, max: 50 });

export const tagKeys = list(tagKey, { max: 50 });
