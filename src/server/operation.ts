import type { InputOf, Members } from './input/member.ts';
import type { Service } from './service.ts';

/** The body of an answer: an object, or JSON text in pieces where objects would be too large. */
export type OperationAnswer = object | AsyncIterable<string | Uint8Array>;

/** One operation of the service: its name on the wire, the checks of its request, and what it does. */
export interface Operation {
  readonly name: string;
  readonly input: Members;
  readonly handle: (input: never, service: Service) => OperationAnswer | Promise<OperationAnswer>;
}

/** Ties the checked members of a request to the handler. */
export function defineOperation<Shape extends Members>(operation: {
  readonly name: string;
  readonly input: Shape;
  readonly handle: (input: InputOf<Shape>, service: Service) => OperationAnswer | Promise<OperationAnswer>;
}): Operation {
  return operation;
}
