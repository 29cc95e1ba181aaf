import type { CommandDefinition } from './command-definition.ts';
import type { Command } from './command-nodes.ts';
import { dedup } from './commands/dedup.ts';
import { display } from './commands/display.ts';
import { fields } from './commands/fields.ts';
import { filter } from './commands/filter.ts';
import { limit } from './commands/limit.ts';
import { parse } from './commands/parse.ts';
import { sort } from './commands/sort.ts';
import { stats } from './commands/stats.ts';

/** Every command of the query language. */
export const commands: readonly CommandDefinition[] = [
  fields,
  display,
  filter,
  parse,
  stats,
  sort,
  limit,
  dedup,
] as readonly unknown[] as readonly CommandDefinition[];

const byKeyword: ReadonlyMap<string, CommandDefinition> = new Map(
  commands.flatMap((command) =>
    [command.keyword, ...(command.aliases ?? [])].map((keyword): [string, CommandDefinition] => [
      keyword.toLowerCase(),
      command,
    ]),
  ),
);

const byKind: ReadonlyMap<Command['kind'], CommandDefinition> = new Map(
  commands.map((command) => [command.kind, command]),
);

/** The command that a word calls, in any case. */
export function findCommand(keyword: string): CommandDefinition | undefined {
  return byKeyword.get(keyword.toLowerCase());
}

/** The definition behind a command's node; unknown commands have none. */
export function definitionOf(kind: Command['kind']): CommandDefinition | undefined {
  return byKind.get(kind);
}

/** Every word that begins a stage, aliases included. */
export const commandNames: readonly string[] = commands.flatMap(({ keyword, aliases = [] }) => [keyword, ...aliases]);
