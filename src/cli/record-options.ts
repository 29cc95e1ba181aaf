import type { Argv } from 'yargs';
import type { FileInput } from '../engine/local-input.ts';
import type { LogFormat } from '../formats/format.ts';
import type { Context } from './context.ts';
import { readFormatOption } from './format-option.ts';

/** What records on this machine look like, where a person says so. */
export interface RecordOptions {
  readonly format?: string | undefined;
  readonly allowUnknownFields?: boolean | undefined;
  readonly inputFormat?: string | undefined;
}

/** The names of these flags, for a heading of the help. */
export const recordFlags = ['format', 'allow-unknown-fields', 'input-format'];

/** Adds `--format`, `--allow-unknown-fields` and `--input-format` to a command that reads records. */
export function withRecordOptions<Options>(yargs: Argv<Options>): Argv<Options & RecordOptions> {
  return yargs
    .option('format', {
      type: 'string',
      requiresArg: true,
      describe: 'Log format: its string, a catalogue name, or @FILE [default: inferred]',
    })
    .option('allow-unknown-fields', {
      type: 'boolean',
      describe: 'Take fields of --format that no catalogue knows as text',
    })
    .option('input-format', {
      type: 'string',
      requiresArg: true,
      describe: 'Kind of the files [default: found from their beginning]',
    });
}

/** The format that `--format` names; nothing where it is to be inferred. */
export async function readRecordFormat(
  { format, allowUnknownFields = false }: RecordOptions,
  context: Context,
): Promise<{ readonly format?: LogFormat }> {
  return format === undefined ? {} : { format: await readFormatOption(format, context, { allowUnknownFields }) };
}

/** The files that a person names, as the engine reads them. */
export async function fileInput(
  paths: readonly string[],
  options: RecordOptions,
  context: Context,
): Promise<FileInput> {
  const { inputFormat } = options;
  return {
    kind: 'files',
    paths,
    cwd: context.cwd,
    stdin: context.stdin,
    ...(inputFormat !== undefined && { inputFormat }),
    ...(await readRecordFormat(options, context)),
  };
}
