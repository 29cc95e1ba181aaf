/** What the values of a field are, for typing, checking and made samples. */
export type FieldKind =
  | 'address' // IPv4 or IPv6
  | 'port'
  | 'protocol' // IANA number
  | 'tcp-flags' // bit mask
  | 'count' // bytes, packets: add up
  | 'epoch-seconds'
  | 'code' // a number or word that stands for something: see `values`
  | 'identifier' // eni-…, account ids, ARNs: never a number even where it is all digits
  | 'number' // any other number: version, duration, status
  | 'text';

/** What is known about a field wherever it occurs. */
export interface FieldDefinition {
  /** As in the format string: `account-id`. */
  readonly name: string;
  /** How the value acts: `number` fields add and compare as numbers. */
  readonly type: 'string' | 'number';
  readonly kind: FieldKind;
  /** First version of the format family that has it; absent where families have no versions. */
  readonly version?: number;
  /** One sentence. */
  readonly meaning: string;
  /** Known values and what they mean; `closed: false` values may grow. */
  readonly values?: Readonly<Record<string, string>>;
  /** The value list is the vendor's whole enumeration, so another value is a mistake. */
  readonly closedValues?: boolean;
  /** When `-` stands in place of a value. */
  readonly missing?: string;
  /** The name that the console discovers (`accountId`), where it discovers the format. */
  readonly discovered?: string;
  /** Real values, for made samples and `explain`. */
  readonly examples?: readonly string[];
}

/** A field at its place in a format. */
export interface FormatField {
  readonly name: string;
  /** Absent for an unknown field that was accepted as text. */
  readonly definition?: FieldDefinition;
}

/** Which catalogue a format's fields come from. */
export type FormatFamily = 'vpc-flow' | 'tgw-flow' | 'api-gateway' | 'nginx' | 'positional' | 'unknown';

/**
 * The ordered fields of a record and the literal text around them:
 * `separators[0] fields[0] separators[1] fields[1] … separators[fields.length]`.
 */
export interface LogFormat {
  /** Catalogue name, where it has one: `vpc-default`. */
  readonly name?: string;
  readonly family: FormatFamily;
  readonly fields: readonly FormatField[];
  /** One more than fields; the first and last are often empty. */
  readonly separators: readonly string[];
  /** Events of this format carry `discovered` names without a `parse` (CloudWatch's default flow log format). */
  readonly isDiscovered?: boolean;
}
