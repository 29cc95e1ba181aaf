import { readInput } from './input/member.ts';
import type { OperationAnswer } from './operation.ts';
import { findOperation } from './operations.ts';
import { unknownOperation } from './protocol.ts';
import type { Service } from './service.ts';

/** Answers one request: faults and quotas first, then the checks, then the operation. */
export async function dispatch(
  service: Service,
  name: string,
  body: Readonly<Record<string, unknown>>,
): Promise<OperationAnswer> {
  const operation = findOperation(name);
  if (!operation) throw unknownOperation(name);
  service.faults.strike();
  service.quotas.admit(name);
  return operation.handle(readInput(operation.input, body) as never, service);
}
