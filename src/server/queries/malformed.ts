import type { Diagnostic } from '../../text/diagnostic.ts';
import { ServiceFault } from '../service-fault.ts';

/** A finding in a query as the service sends it: with the offsets of the place. */
export function malformedQuery({ message, help, span }: Diagnostic): ServiceFault {
  const sentence = help === undefined ? message : `${message} ${help}`;
  return new ServiceFault('MalformedQueryException', sentence, {
    more: {
      queryCompileError: {
        location: { startCharOffset: span.start, endCharOffset: span.end },
        message: sentence,
      },
    },
  });
}
