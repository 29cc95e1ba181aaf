import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { Context } from './context.ts';

/** A CLI command: its options, and what it does with them. The answer is the exit code. */
export interface CliCommand<Options> {
  /** Describes positionals, options and examples to yargs. */
  readonly builder: (yargs: Argv) => Argv<Options>;
  /** 0 done, 1 problems found; throws where it could not do it. */
  readonly handler: (options: ArgumentsCamelCase<Options>, context: Context) => Promise<number>;
}

/** Ties the types of a command's options to its handler. */
export function defineCommand<Options>(command: CliCommand<Options>): CliCommand<Options> {
  return command;
}

/** A command's line in the table of `main.ts`; the rest is loaded when it is called. */
export interface CommandEntry {
  /** `lint [paths..]`: yargs' own notation. */
  readonly command: string;
  readonly aliases?: readonly string[];
  readonly describe: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each command has options of its own
  readonly load: () => Promise<CliCommand<any>>;
}
