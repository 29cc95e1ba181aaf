import { broken, wrongType, type Member } from './member.ts';

export interface TextRules {
  readonly min?: number;
  readonly max?: number;
  /** The whole value matches. */
  readonly pattern?: RegExp;
}

/** A string. Lengths count UTF-16 units. */
export function text({ min, max, pattern }: TextRules = {}): Member<string | undefined> {
  const whole = pattern && new RegExp(`^(?:${pattern.source})$`, pattern.flags);
  return {
    read(value, path, problems) {
      if (value === undefined) return undefined;
      if (typeof value !== 'string') throw wrongType(value, 'String');
      if (min !== undefined && value.length < min) {
        problems.push(broken(value, path, `Member must have length greater than or equal to ${min}`));
      }
      if (max !== undefined && value.length > max) {
        problems.push(broken(value, path, `Member must have length less than or equal to ${max}`));
      }
      if (pattern && !whole!.test(value)) {
        problems.push(broken(value, path, `Member must satisfy regular expression pattern: ${pattern.source}`));
      }
      return value;
    },
  };
}

export interface IntegerRules {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number; a fraction is cut off, as the service's JSON reader does. */
export function integer({ min, max }: IntegerRules = {}): Member<number | undefined> {
  return {
    read(value, path, problems) {
      if (value === undefined) return undefined;
      if (typeof value !== 'number') throw wrongType(value, 'Long');
      const whole = Math.trunc(value);
      if (min !== undefined && whole < min) {
        problems.push(broken(value, path, `Member must have value greater than or equal to ${min}`));
      }
      if (max !== undefined && whole > max) {
        problems.push(broken(value, path, `Member must have value less than or equal to ${max}`));
      }
      return whole;
    },
  };
}

/** True or false. */
export function flag(): Member<boolean | undefined> {
  return {
    read(value) {
      if (value === undefined) return undefined;
      if (typeof value !== 'boolean') throw wrongType(value, 'Boolean');
      return value;
    },
  };
}

/** One of the values of an enumeration. */
export function oneOf<const Value extends string>(...values: readonly Value[]): Member<Value | undefined> {
  return {
    read(value, path, problems) {
      if (value === undefined) return undefined;
      if (typeof value !== 'string') throw wrongType(value, 'String');
      if (!(values as readonly string[]).includes(value)) {
        problems.push(broken(value, path, `Member must satisfy enum value set: [${values.join(', ')}]`));
      }
      return value as Value;
    },
  };
}
