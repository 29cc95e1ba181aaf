import type { MalformedQueryException, QueryCompileErrorLocation } from '@aws-sdk/client-cloudwatch-logs';
import type { Diagnostic } from '../text/diagnostic.ts';
import { QueryError } from '../text/query-error.ts';
import type { Source, Span } from '../text/source.ts';
import type { CloudWatchError } from './cloudwatch-error.ts';
import { serviceWords } from './service-fault.ts';

/** A `MalformedQueryException` as what it is: a finding in the query, at the offsets the service gives. */
export function refusalOf(error: CloudWatchError, source: Source): QueryError {
  const { message, queryCompileError } = error.cause as MalformedQueryException;
  const diagnostic: Diagnostic = {
    code: 'refused-by-cloudwatch',
    severity: 'error',
    message: serviceWords(queryCompileError?.message ?? message),
    span: spanOf(queryCompileError?.location, source.text),
    help: 'CloudWatch Logs refused the query at this place; nothing was run.',
  };
  return new QueryError(source, [diagnostic], { cause: error });
}

/** The whole text where the service names no place. */
function spanOf(location: QueryCompileErrorLocation | undefined, text: string): Span {
  if (location?.startCharOffset === undefined) return { start: 0, end: text.length };
  const start = Math.max(0, Math.min(location.startCharOffset, text.length));
  const end = Math.min(location.endCharOffset ?? start + 1, text.length);
  return { start, end: Math.max(start, end) };
}
