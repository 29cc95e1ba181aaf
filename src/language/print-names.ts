import type { Alias, Duration, FieldName } from './command-nodes.ts';
import type { Placeholder } from './ast.ts';
import { printSegments, quoteWord } from './quote.ts';

/** An alias as it is written. */
export function printAlias(alias: Alias): string {
  return alias.kind === 'Name' ? quoteWord(alias.text, alias.quoted) : printPlaceholder(alias);
}

/** A field's name as it is written. */
export function printField(field: FieldName): string {
  return field.kind === 'Field' ? printSegments(field.segments) : printPlaceholder(field);
}

/** A duration as it is written. */
export function printDuration(duration: Duration): string {
  return duration.kind === 'DurationLiteral' ? duration.raw : printPlaceholder(duration);
}

/** `{{name}}`. */
export function printPlaceholder({ name }: Placeholder): string {
  return `{{${name}}}`;
}
