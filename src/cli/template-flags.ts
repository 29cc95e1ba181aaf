import type { Argv } from 'yargs';
import type { Naming } from '../generate/columns.ts';
import type { GenerateOptions } from '../generate/generate.ts';
import { checkRowCount } from '../generate/row-count.ts';
import { UsageError } from './errors.ts';

/** Flags that change the query of a template, as yargs reads them. */
export interface TemplateFlags {
  readonly names?: Naming | undefined;
  readonly where?: readonly string[] | undefined;
  readonly ingress?: boolean | undefined;
  readonly egress?: boolean | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly by?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly set?: readonly string[] | undefined;
}

/** The heading of these flags in the help. */
export const templateGroup = 'Template options:';
const group = templateGroup;

/** Declares the flags that work on every template where the format allows. */
export function withTemplateFlags<Options>(yargs: Argv<Options>): Argv<Options & TemplateFlags> {
  return yargs
    .option('set', { ...many, describe: 'A template parameter, NAME=VALUE (repeatable)' })
    .option('where', { ...many, describe: 'Only records that meet this condition (repeatable)' })
    .option('ingress', { type: 'boolean', group, describe: 'Only traffic into the interface' })
    .option('egress', { type: 'boolean', group, describe: 'Only traffic out of the interface' })
    .option('exclude', {
      ...many,
      describe: 'No records whose field starts so: FIELD=PREFIX, or FIELD=CIDR (repeatable)',
    })
    .option('by', { ...many, describe: 'Group by these fields instead, FIELD,… (the query must have one stats)' })
    .option('limit', { type: 'number', group, requiresArg: true, describe: 'Rows of the answer' })
    .option('names', {
      choices: ['snake', 'camel', 'discovered'] as const,
      group,
      requiresArg: true,
      describe: 'Column names: src_port, srcPort, or srcPort as the service discovers it (no parse)',
    })
    .conflicts('ingress', 'egress');
}

const many = { type: 'string', array: true, nargs: 1, group } as const;

/** The flags as `generate` takes them. */
export function generateOptions(flags: TemplateFlags): Omit<GenerateOptions, 'format'> {
  return {
    where: flags.where ?? [],
    exclude: flags.exclude ?? [],
    ingress: flags.ingress ?? false,
    egress: flags.egress ?? false,
    set: Object.fromEntries((flags.set ?? []).map(readAssignment)),
    ...(flags.by && { by: flags.by.flatMap(splitList) }),
    ...(flags.limit !== undefined && { limit: checkRowCount(flags.limit) }),
    ...(flags.names && { names: flags.names }),
  };
}

/** The template flags that were given, as a person writes them: a saved query takes none. */
export function givenTemplateFlags(flags: TemplateFlags): readonly string[] {
  const names = ['set', 'where', 'ingress', 'egress', 'exclude', 'by', 'limit', 'names'] as const;
  return names.filter((name) => flags[name] !== undefined && flags[name] !== false).map((name) => `--${name}`);
}

function readAssignment(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new UsageError(`--set takes NAME=VALUE, not "${text}".`);
  return [text.slice(0, equals).trim(), text.slice(equals + 1)];
}

/** Splits at commas that stand outside of parentheses: `datefloor(@timestamp, 1h)` is one entry. */
function splitList(text: string): readonly string[] {
  const entries = (text.match(/(?:\([^()]*\)|[^,(])+/g) ?? [])
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) throw new UsageError('--by takes at least one field.');
  return entries;
}
