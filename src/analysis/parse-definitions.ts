import { camelName, snakeName } from '../formats/names.ts';
import type { FormatField, LogFormat } from '../formats/format.ts';
import type { ParseCommand } from '../language/command-nodes.ts';

/** The format's field behind each name of a glob `parse`, where one is. */
export function fieldsBehindGlob(
  pattern: string,
  names: readonly string[],
  format: LogFormat,
): readonly (FormatField | undefined)[] {
  if (names.length === format.fields.length && isGlobOf(pattern, format)) return format.fields;
  return names.map((name) => fieldNamed(name, format));
}

/** The format's field that a column name stands for: `dstport`, `flow_direction`, `flowDirection`. */
export function fieldNamed(name: string, format: LogFormat): FormatField | undefined {
  return format.fields.find((field) => name === snakeName(field) || name === camelName(field) || name === field.name);
}

/** The pattern is the format's literal text with a star for every field. */
export function isGlobOf(pattern: string, { separators }: LogFormat): boolean {
  return pattern.trim() === separators.join('*').trim();
}

/** The command takes whole events apart, not one of their fields. */
export function readsMessage({ input }: ParseCommand): boolean {
  return input === undefined || (input.kind === 'Field' && input.name === '@message');
}
