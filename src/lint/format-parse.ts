import { fieldNamed } from '../analysis/parse-definitions.ts';
import { nameOf } from '../analysis/name-of.ts';
import type { LogFormat } from '../formats/format.ts';
import type { ParseGlob } from '../language/command-nodes.ts';

/** The names that a glob gives, where it is meant to take records of the format apart: half of them are the format's own. */
export function namesOfFormatParse(glob: ParseGlob, format: LogFormat): readonly string[] | undefined {
  const names = glob.names.map(nameOf);
  const known = names.filter((name) => fieldNamed(name, format));
  return names.length >= 3 && known.length * 2 >= names.length ? names : undefined;
}
