import type { LogFormat } from '../formats/format.ts';
import { field, parseGlob, parseRegex } from '../language/build.ts';
import type { ParseCommand } from '../language/command-nodes.ts';
import { quoteRegex } from '../language/quote.ts';
import { columnsOf } from './columns.ts';

/** The `parse` stage that gives every field of a format its column: a glob, or a regex where a glob cannot say it. */
export function parseClause(format: LogFormat, style: 'snake' | 'camel' = 'snake'): ParseCommand {
  const names = columnsOf(format, style).map((column) => column.name);
  const { separators } = format;
  return isGlobText(separators.join(''))
    ? parseGlob(field('@message'), separators.join('*'), names)
    : parseRegex(field('@message'), regexText(separators, names));
}

/** A glob has no way to write a literal `*`; strings whose escapes are not documented are left to the regex. */
function isGlobText(literals: string): boolean {
  const holdsBothQuotes = literals.includes('"') && literals.includes("'");
  return !/[*\\]/.test(literals) && !holdsBothQuotes;
}

/** Matches as the glob would: lazy between literals, the last field takes the rest. */
function regexText(separators: readonly string[], names: readonly string[]): string {
  const literals = separators.map(quoteRegex);
  const groups = names.map((name, index) => {
    const next = literals[index + 1]!;
    return next === '' ? `(?<${name}>.*)` : `(?<${name}>.*?)${next}`;
  });
  return `${literals[0] === '' ? '^' : literals[0]!}${groups.join('')}`;
}
