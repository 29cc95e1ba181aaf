import type { LogFormat } from '../formats/format.ts';
import { camelName } from '../formats/names.ts';
import type { OutputColumn, Scope, ScopeField } from './analysis.ts';
import { lambdaFields, systemFields } from './system-fields.ts';

/** What is known about the events before the first command. */
export interface AnalysisOptions {
  /** The log format of the events. Its fields exist at once where the service discovers them, else after a `parse`. */
  readonly format?: LogFormat;
  /** Further fields of the events: stored columns, JSON keys that were seen. */
  readonly fields?: readonly ScopeField[];
  /** Names not listed may exist too; by default where neither a format nor fields are known. */
  readonly isOpen?: boolean;
}

/** The fields of an event before the first command. */
export function eventScope(options: AnalysisOptions): Scope {
  const isUnknown = options.format === undefined && options.fields === undefined;
  const fields = [
    ...systemFields,
    ...(isUnknown ? lambdaFields : []),
    ...(options.format?.isDiscovered ? discoveredFields(options.format) : []),
    ...(options.fields ?? []),
  ];
  return makeScope(fields, options.isOpen ?? isUnknown);
}

/** The fields that the service (or the engine) finds in events of a format without a `parse`. */
export function discoveredFields(format: LogFormat): ScopeField[] {
  return format.fields.map((field) => ({
    name: camelName(field),
    type: field.definition?.type ?? 'string',
    origin: 'discovered',
    ...(field.definition && { definition: field.definition }),
  }));
}

export function makeScope(fields: Iterable<ScopeField>, isOpen: boolean): Scope {
  return { fields: new Map([...fields].map((field) => [field.name, field])), isOpen };
}

/** The scope with further fields; a field of the same name is replaced. */
export function withFields(scope: Scope, fields: Iterable<ScopeField>): Scope {
  return makeScope([...scope.fields.values(), ...fields], scope.isOpen);
}

/**
 * The field that a name means: listed under this name, or a part of a listed map, list or value of unknown type (`lf.key`).
 * Nothing where the scope has no such field; in an open scope it may exist all the same.
 */
export function findField(scope: Scope, name: string): ScopeField | undefined {
  const listed = scope.fields.get(name);
  if (listed) return listed;
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const whole = scope.fields.get(name.slice(0, dot));
    if (whole && holdsParts(whole)) return { name, type: 'any', origin: whole.origin, ...madeAtOf(whole) };
  }
  return undefined;
}

/** The name may be used here: listed, part of something listed, or possible in an open scope. */
export function mayExist(scope: Scope, name: string): boolean {
  return scope.isOpen || findField(scope, name) !== undefined;
}

/** Every listed field as a column. */
export function columnsOfScope(scope: Scope): OutputColumn[] {
  return [...scope.fields.values()].map(columnOf);
}

export function columnOf({ name, type, definition }: ScopeField): OutputColumn {
  return { name, type, ...(definition && { definition }) };
}

function holdsParts({ type }: ScopeField): boolean {
  return type === 'map' || type === 'list' || type === 'any';
}

function madeAtOf({ madeAt }: ScopeField): Pick<ScopeField, 'madeAt'> {
  return madeAt ? { madeAt } : {};
}
