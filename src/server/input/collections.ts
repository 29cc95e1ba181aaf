import { broken, readMembers, wrongType, type InputOf, type Member, type Members } from './member.ts';

export interface SizeRules {
  readonly min?: number;
  readonly max?: number;
}

/** A list whose items are all there. */
export function list<Item>(
  item: Member<Item | undefined>,
  { min, max }: SizeRules = {},
): Member<readonly Item[] | undefined> {
  return {
    read(value, path, problems) {
      if (value === undefined) return undefined;
      if (!Array.isArray(value)) throw wrongType(value, 'List');
      checkSize(value, value.length, path, { min, max }, problems);
      return value.map((entry: unknown, index) => {
        const place = `${path}.${index + 1}.member`;
        if (entry === null) problems.push(broken(null, place, 'Member must not be null'));
        return item.read(entry ?? undefined, place, problems) as Item;
      });
    },
  };
}

/** A map of strings. */
export function textMap(
  { key, value: valueMember }: { readonly key: Member<string | undefined>; readonly value: Member<string | undefined> },
  rules: SizeRules = {},
): Member<Readonly<Record<string, string>> | undefined> {
  return {
    read(value, path, problems) {
      if (value === undefined) return undefined;
      if (typeof value !== 'object' || Array.isArray(value)) throw wrongType(value, 'Map');
      const entries = Object.entries(value as Record<string, unknown>);
      checkSize(value, entries.length, path, rules, problems);
      return Object.fromEntries(
        entries.map(([name, entry]) => {
          key.read(name, `${path}.key`, problems);
          return [name, valueMember.read(entry ?? undefined, `${path}.${name}.member`, problems) ?? ''];
        }),
      );
    },
  };
}

/** An object with members of its own. */
export function structure<Shape extends Members>(shape: Shape): Member<InputOf<Shape> | undefined> {
  return {
    read(value, path, problems) {
      if (value === undefined) return undefined;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(value, 'Structure');
      return readMembers(shape, value as Record<string, unknown>, `${path}.`, problems);
    },
  };
}

function checkSize(
  value: unknown,
  size: number,
  path: string,
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  problems: string[],
): void {
  if (min !== undefined && size < min) {
    problems.push(broken(value, path, `Member must have length greater than or equal to ${min}`));
  }
  if (max !== undefined && size > max) {
    problems.push(broken(`${size} items`, path, `Member must have length less than or equal to ${max}`));
  }
}
