import type { Field, Name, Placeholder } from '../language/ast.ts';
import { unfilled } from './expression.ts';

/** The word of a name; a placeholder has none yet. */
export function wordOf(name: Name | Placeholder): string {
  if (name.kind === 'Placeholder') throw unfilled(name.span);
  return name.text;
}

/** The field of a place where one must stand. */
export function fieldOf(field: Field | Placeholder): Field {
  if (field.kind === 'Placeholder') throw unfilled(field.span);
  return field;
}

/** The name under which `as` or the field itself is known. */
export function resultName(field: Field | Placeholder, alias: Name | Field | Placeholder | undefined): string {
  if (!alias) return fieldOf(field).name;
  return alias.kind === 'Field' ? alias.name : wordOf(alias);
}
