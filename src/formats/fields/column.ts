import type { FieldDefinition, FieldKind } from '../format.ts';

export interface ColumnOptions {
  readonly kind?: FieldKind;
  readonly values?: Readonly<Record<string, string>>;
  readonly isClosed?: boolean;
  /** The value is always there. */
  readonly isRequired?: boolean;
  /** CloudWatch discovers the field under its own name. */
  readonly isDiscovered?: boolean;
}

/** A column of a log whose fields have no `$` names: an example, its meaning and what kind of value it is. */
export function column(
  name: string,
  example: string,
  meaning: string,
  { kind = 'text', values, isClosed, isRequired, isDiscovered }: ColumnOptions = {},
): FieldDefinition {
  return {
    name,
    type: kind === 'count' || kind === 'number' || kind === 'port' ? 'number' : 'string',
    kind,
    meaning,
    examples: [example],
    ...(values && { values }),
    ...(isClosed && { closedValues: true }),
    ...(!isRequired && { missing: 'when it is not known or does not apply' }),
    ...(isDiscovered && { discovered: name }),
  };
}
