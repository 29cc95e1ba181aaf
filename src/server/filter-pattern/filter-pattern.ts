import { parseFieldsPattern } from './fields-pattern.ts';
import { parseJsonPattern } from './json-pattern.ts';
import { parseTermsPattern } from './terms-pattern.ts';

/** Whether an event's message is wanted. */
export type EventFilter = (message: string) => boolean;

/** A filter pattern of FilterLogEvents (another language than that of queries): terms, `{ $.json }` or `[space, delimited]`. */
export function parseFilterPattern(pattern: string): EventFilter {
  const text = pattern.trim();
  if (text === '') return () => true;
  if (text.startsWith('{')) return parseJsonPattern(text);
  if (text.startsWith('[')) return parseFieldsPattern(text);
  return parseTermsPattern(text);
}
