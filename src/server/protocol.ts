import { randomUUID } from 'node:crypto';
import { ServiceFault } from './service-fault.ts';

/** What comes before the operation in `X-Amz-Target`. */
const targetPrefix = 'Logs_20140328.';

/** Of every answer. */
export const contentType = 'application/x-amz-json-1.1';

/** The operation a request names. */
export function operationName(target: string | readonly string[] | undefined): string {
  if (typeof target !== 'string' || target === '') {
    throw new ServiceFault('UnknownOperationException', 'The request has no X-Amz-Target header.');
  }
  if (!target.startsWith(targetPrefix)) throw unknownOperation(target);
  return target.slice(targetPrefix.length);
}

export function unknownOperation(name: string): ServiceFault {
  return new ServiceFault('UnknownOperationException', `This endpoint does not know the operation "${name}".`);
}

/** The members of a request; no body is an empty one. */
export function readBody(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  if (bytes.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ServiceFault('SerializationException', 'The body is not JSON in UTF-8.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ServiceFault('SerializationException', 'The body is not a JSON object.');
  }
  return value as Readonly<Record<string, unknown>>;
}

/** A fault as clients read it: the name in `__type`, and in a header for those that look there. */
export function faultAnswer(fault: ServiceFault): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
} {
  return {
    headers: { 'x-amzn-errortype': fault.code },
    body: JSON.stringify({ __type: fault.code, message: fault.message, ...fault.more }),
  };
}

export function requestId(): string {
  return randomUUID();
}
