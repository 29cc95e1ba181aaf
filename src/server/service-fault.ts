/** How a fault travels. */
export interface ServiceFaultOptions {
  /** HTTP status; 400 unless told. */
  readonly status?: number;
  /** Further members of the body. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A refusal in the service's own terms: becomes the body of an answer, not a failure of the server. */
export class ServiceFault extends Error {
  override readonly name = 'ServiceFault';
  /** The service's name of it: `InvalidParameterException`. */
  readonly code: string;
  readonly status: number;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, { status = 400, more = {} }: ServiceFaultOptions = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.more = more;
  }
}

/** A parameter that is well formed and still wrong. */
export function invalidParameter(message: string): ServiceFault {
  return new ServiceFault('InvalidParameterException', message);
}

/** Something named that is not there. */
export function notFound(message: string): ServiceFault {
  return new ServiceFault('ResourceNotFoundException', message);
}
