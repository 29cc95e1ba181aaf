import type { Command } from './command-nodes.ts';
import type { Doc } from './layout.ts';
import type { ExpressionPrinter } from './print-expression.ts';
import type { Reader } from './reader.ts';

/** The command node of a kind. */
export type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** What a command's parser answers; the place and the comments are added by `parse.ts`. */
export type CommandBody<Kind extends Command['kind']> = Omit<CommandOf<Kind>, 'span' | 'comments'>;

/** A command of the query language: one row serves parser, printer, linter, completion and explain. */
export interface CommandDefinition<Kind extends Command['kind'] = Command['kind']> {
  readonly kind: Kind;
  /** As it is printed; it matches in any case. */
  readonly keyword: string;
  readonly aliases?: readonly string[];
  /** One line. */
  readonly summary: string;
  /** How it is written: `limit [any] N`. */
  readonly syntax: string;
  /** When it came: `classic` until 2023, `2024` until April 2026, `2026` with the mid-2026 expansion. */
  readonly since: 'classic' | '2024' | '2026';
  readonly notes?: readonly string[];
  readonly examples: readonly string[];
  /** Reads what follows the keyword, which is given in lower case. */
  parse(reader: Reader, keyword: string): CommandBody<Kind>;
  /** Prints the whole stage without its pipe. */
  print(command: CommandOf<Kind>, printer: ExpressionPrinter): Doc;
}

/** Ties the parser and the printer of a command to its kind. */
export function defineCommand<Kind extends Command['kind']>(
  definition: CommandDefinition<Kind>,
): CommandDefinition<Kind> {
  return definition;
}
