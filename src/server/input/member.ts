import { ServiceFault } from '../service-fault.ts';

/** One member of a request: reads a JSON value, or notes what the service would find wrong with it. */
export interface Member<Value> {
  readonly read: (value: unknown, path: string, problems: string[]) => Value;
}

export type Members = Readonly<Record<string, Member<unknown>>>;

/** What a handler is given: every member, checked. */
export type InputOf<Shape extends Members> = {
  readonly [Name in keyof Shape]: Shape[Name] extends Member<infer Value> ? Value : never;
};

/** Checks a request as the service does: wrong JSON types at once, then all broken constraints in one message. */
export function readInput<Shape extends Members>(
  shape: Shape,
  body: Readonly<Record<string, unknown>>,
): InputOf<Shape> {
  const problems: string[] = [];
  const input = readMembers(shape, body, '', problems);
  if (problems.length === 0) return input;
  const count = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
  throw new ServiceFault('InvalidParameterException', `${count} detected: ${problems.join('; ')}`);
}

/** Members the shape does not know are ignored, as the service does. */
export function readMembers<Shape extends Members>(
  shape: Shape,
  body: Readonly<Record<string, unknown>>,
  path: string,
  problems: string[],
): InputOf<Shape> {
  const entries = Object.entries(shape).map(([name, member]) => [
    name,
    // An explicit null is a member left out.
    member.read(Object.hasOwn(body, name) ? (body[name] ?? undefined) : undefined, path + name, problems),
  ]);
  return Object.fromEntries(entries) as InputOf<Shape>;
}

/** The member must be there. */
export function required<Value>(member: Member<Value | undefined>): Member<Value> {
  return {
    read(value, path, problems) {
      if (value === undefined) problems.push(broken(null, path, 'Member must not be null'));
      // Read on: the problem noted above keeps the handler from being called.
      return member.read(value, path, problems) as Value;
    },
  };
}

/** A sentence in the service's words. */
export function broken(value: unknown, path: string, constraint: string): string {
  const shown =
    value === null ? 'null' : `'${typeof value === 'string' ? value.slice(0, 300) : JSON.stringify(value)}'`;
  return `Value ${shown} at '${path}' failed to satisfy constraint: ${constraint}`;
}

/** JSON of another type than the member has. */
export function wrongType(value: unknown, wanted: string): ServiceFault {
  const kinds: Readonly<Record<string, string>> = { string: 'STRING_VALUE', number: 'NUMBER_VALUE' };
  const found =
    typeof value === 'boolean'
      ? value
        ? 'TRUE_VALUE'
        : 'FALSE_VALUE'
      : (kinds[typeof value] ?? (Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT'));
  return new ServiceFault('SerializationException', `${found} can not be converted to ${wanted}`);
}
