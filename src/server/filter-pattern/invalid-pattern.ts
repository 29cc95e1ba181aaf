import { invalidParameter, type ServiceFault } from '../service-fault.ts';

/** A pattern that cannot be read, and why. */
export function invalidPattern(pattern: string, reason: string): ServiceFault {
  return invalidParameter(`Invalid filter pattern '${pattern}': ${reason}.`);
}

/** `%…%`: the expression between the percent signs. */
export function patternExpression(source: string, pattern: string): RegExp {
  try {
    return new RegExp(source);
  } catch {
    throw invalidPattern(pattern, `"${source}" is not a regular expression`);
  }
}
