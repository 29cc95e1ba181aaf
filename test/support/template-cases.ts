import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { GenerateOptions } from '../../src/generate/generate.ts';
import { openLibrary } from '../../src/library/find.ts';

/** Records of a format, and the rows that a template gives on them, worked out by hand. */
export interface TemplateCase {
  readonly format: string;
  /** Flags other than the format. */
  readonly flags?: Partial<Omit<GenerateOptions, 'format'>>;
  readonly records: string;
  readonly columns: readonly string[];
  readonly expected: readonly (readonly (string | number)[])[];
}

const root = resolve(import.meta.dirname, '../..');

/** The shipped library. */
export const shipped = openLibrary(root, root);

/** The cases of a template: `test/templates/<name>.yaml`. */
export function casesOf(template: string): readonly TemplateCase[] {
  const path = join(root, 'test/templates', `${template}.yaml`);
  return existsSync(path) ? (parse(readFileSync(path, 'utf8')) as TemplateCase[]) : [];
}
