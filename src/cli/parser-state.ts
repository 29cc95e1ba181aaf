import type { Argv } from 'yargs';

/** What the parser knows of the options of the command it is at; its types tell only a part of it. */
export interface ParserState {
  readonly array: readonly string[];
  readonly boolean: readonly string[];
  readonly number: readonly string[];
  readonly string: readonly string[];
  readonly alias: Readonly<Record<string, readonly string[]>>;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** How many words an option takes, where it says so; NaN: one or more. */
  readonly narg: Readonly<Record<string, number>>;
  /** The options that are declared, aliases aside. */
  readonly key: Readonly<Record<string, unknown>>;
  /** The arguments of the command: options to the parser, words to a person. */
  readonly positionals: readonly string[];
  /** What the help says of each. */
  readonly descriptions: Readonly<Record<string, string>>;
}

interface Internals {
  readonly getOptions: () => Omit<ParserState, 'positionals' | 'descriptions'>;
  readonly getGroups: () => Readonly<Record<string, readonly string[]>>;
  readonly getInternalMethods: () => {
    readonly getUsageInstance: () => {
      readonly getDescriptions: () => Readonly<Record<string, string>>;
      readonly getPositionalGroupName: () => string;
      cacheHelpMessage: () => void;
    };
  };
}

/** The state of the parser while a command is parsed or handled. */
export function stateOf(parser: Argv): ParserState {
  const internals = parser as unknown as Internals;
  const usage = internals.getInternalMethods().getUsageInstance();
  return {
    ...internals.getOptions(),
    positionals: internals.getGroups()[usage.getPositionalGroupName()] ?? [],
    descriptions: usage.getDescriptions(),
  };
}

/** yargs lays out the help of every command it runs, in case somebody asks for it later: a tenth of our start-up. */
export function leaveHelpUnwritten(parser: Argv): void {
  (parser as unknown as Internals).getInternalMethods().getUsageInstance().cacheHelpMessage = () => undefined;
}
