import type { FieldDefinition } from './format.ts';

/** What values of a field look like. */
export interface Shape {
  /** 1 for a value as the field has it, 0 for one it cannot have. */
  readonly fit: (value: string) => number;
  /** How much a fitting value tells, in bits: an address more than any number. */
  readonly bits: number;
}

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const ipv6 = /^(?=.*:.*:)[0-9A-Fa-f:]+(?:\.\d{1,3}){0,3}$/;

/** The shape of a field's values, from its kind, its known values and its examples. */
export function shapeOf(definition: FieldDefinition): Shape {
  switch (definition.kind) {
    case 'address':
      return { bits: 8, fit: (value) => yes(ipv4.test(value) || ipv6.test(value)) };
    case 'port':
      return { bits: 2, fit: (value) => yes(isWhole(value) && Number(value) <= 65_535) };
    case 'protocol':
      return {
        bits: 3,
        fit: (value) => (!isWhole(value) || Number(value) > 255 ? 0 : isKnown(definition, value) ? 1 : 0.5),
      };
    case 'tcp-flags':
      return { bits: 3, fit: tcpFlagsFit };
    case 'count':
      return { bits: 1, fit: (value) => yes(isWhole(value)) };
    case 'epoch-seconds':
      // Nine digits are of before 2001, but appear in records that somebody edited.
      return { bits: 7, fit: (value) => (/^\d{10}$/.test(value) ? 1 : /^\d{9}$/.test(value) ? 0.5 : 0) };
    case 'code':
      return codeShape(definition);
    case 'identifier':
      return identifierShape(definition.examples ?? []);
    case 'number':
      return { bits: 1, fit: (value) => yes(/^-?\d+(?:\.\d+)?$/.test(value)) };
    case 'text':
      return textShape(definition.examples?.[0] ?? '');
  }
}

function yes(claim: boolean): number {
  return claim ? 1 : 0;
}

function isWhole(value: string): boolean {
  return /^\d+$/.test(value);
}

function isKnown({ values = {} }: FieldDefinition, value: string): boolean {
  return Object.hasOwn(values, value);
}

/** FIN, SYN, RST and SYN-ACK are what flow logs count; other masks are rare. */
function tcpFlagsFit(value: string): number {
  if (!isWhole(value) || Number(value) > 255) return 0;
  const mask = Number(value);
  return mask <= 7 || (mask >= 18 && mask <= 23) ? 1 : 0.5;
}

/** A value that an open list lacks fits half when it is written like the others. */
function codeShape(definition: FieldDefinition): Shape {
  const known = Object.keys(definition.values ?? {});
  const style = known.every(isWhole)
    ? /^\d+$/
    : known.some((word) => /[A-Z]/.test(word))
      ? /^[A-Z][A-Za-z0-9_]*$/
      : /^[a-z][a-z0-9_]*$/;
  return {
    bits: known.every(isWhole) ? 3 : 6,
    fit: (value) => (isKnown(definition, value) ? 1 : definition.closedValues ? 0 : style.test(value) ? 0.5 : 0),
  };
}

const identifierPatterns: readonly RegExp[] = [
  /^\d{12}$/, // account
  /^(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-[a-z]+)+-\d$/, // Region
  /^[a-z]{2,5}\d(?:-[a-z]+\d)?-az\d$/, // Availability Zone
  /^arn:aws[\w-]*:/,
];

/** Identifiers carry their kind in front (`eni-`, `arn:`), or have a pattern of their own; others tell little. */
function identifierShape(examples: readonly string[]): Shape {
  const example = examples[0] ?? '';
  const prefix = /^(?:[a-z]+-)+(?=[0-9a-f]{6,})/.exec(example)?.[0];
  if (prefix !== undefined)
    return { bits: 9, fit: (value) => yes(value.startsWith(prefix) && isRest(value.slice(prefix.length))) };
  const pattern = identifierPatterns.find((candidate) => candidate.test(example));
  if (!pattern) return { bits: 0.5, fit: (value) => (isWhole(value) || ipv4.test(value) ? 0.5 : 1) };
  const others = examples.slice(1);
  const isAccount = isWhole(example);
  return {
    bits: 8,
    fit: (value) => (pattern.test(value) || others.includes(value) ? 1 : isAccount && /^\d{11}$/.test(value) ? 0.5 : 0),
  };
}

/** What follows the prefix has digits, or is too short to tell: `eni-102010ab`, not the `attach-…` of `tgw-attach-…`. */
function isRest(rest: string): boolean {
  return /^[0-9a-z]+$/.test(rest);
}

const timePatterns: readonly RegExp[] = [
  /^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  /^\d{4}-\d\d-\d\d$/,
  /^\d\d:\d\d:\d\d$/,
  /^[A-Z]+ \S+ HTTP\/[\d.]+$/,
  /^(?:\d{1,3}\.){3}\d{1,3}:\d+$/,
];

function textShape(example: string): Shape {
  const pattern = timePatterns.find((candidate) => candidate.test(example));
  if (pattern) return { bits: 7, fit: (value) => (pattern.test(value) ? 1 : 0.25) };
  return { bits: 0, fit: (value) => (value === '' ? 0.5 : 1) };
}
