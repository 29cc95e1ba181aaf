import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Argv } from 'yargs';
import type { Context } from './context.ts';

export interface DataOptions {
  readonly data?: string | undefined;
}

/** Adds `--data` to a command that uses the local store. */
export function withDataOption<Options>(yargs: Argv<Options>): Argv<Options & DataOptions> {
  return yargs.option('data', {
    type: 'string',
    requiresArg: true,
    describe: 'Folder of imported log groups [default: $FLOWQ_DATA, or flowq in the folder for data of applications]',
  });
}

/** The folder of imported log groups: `--data`, `FLOWQ_DATA`, or the place that the XDG convention has for data. */
export function dataFolder({ data }: DataOptions, { env, cwd }: Pick<Context, 'env' | 'cwd'>): string {
  const given = data ?? env['FLOWQ_DATA'];
  if (given !== undefined && given !== '') return resolve(cwd, given);
  const applications = env['XDG_DATA_HOME'];
  return join(
    applications?.startsWith('/') ? applications : join(env['HOME'] ?? homedir(), '.local', 'share'),
    'flowq',
  );
}
