import { closestFieldSet, findField, isFlowFamily } from './field-sets.ts';
import type { LogFormat } from './format.ts';
import { scanHeader } from './header.ts';
import { readFormat } from './read.ts';

/**
 * The format that a header line names, as S3 files of flow logs and CloudFront begin with; nothing where the line is
 * a record. Names that are newer than flowq are text.
 */
export function headerFormat(line: string): LogFormat | undefined {
  if (line.includes('$')) return undefined;
  const names = scanHeader(line).fields.map(({ name }) => name);
  const set = closestFieldSet(names);
  if (!set || names.length < 2) return undefined;
  const known = names.filter((name) => findField(set, name)).length;
  if (known * 2 < names.length || names.some((name) => /^[-\d]/.test(name))) return undefined;
  const { format } = readFormat(line, { allowUnknownFields: true });
  if (!format || !isFlowFamily(format.family) || !isCommaList(line)) return format;
  // A list of flow log fields is a format of spaces, but the header of a table with commas is what it says.
  return { family: format.family, fields: format.fields, separators: format.separators.map((text) => text && ',') };
}

function isCommaList(line: string): boolean {
  return line.includes(',') && !/\s/.test(line.trim());
}

/** A line of a file that is neither a record nor a header: the `#Version` line before CloudFront's `#Fields`. */
export function isPreamble(line: string): boolean {
  return line.trim() === '' || /^#(?!Fields:)/.test(line);
}
