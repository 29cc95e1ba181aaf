import type { Command } from '../language/command-nodes.ts';
import type { CompileCommand } from './command.ts';
import { dedup } from './commands/dedup.ts';
import { display, fields } from './commands/fields.ts';
import { filter, filterIndex } from './commands/filter.ts';
import { limit } from './commands/limit.ts';
import { parse } from './commands/parse.ts';
import { sort } from './commands/sort.ts';
import { stats } from './commands/stats.ts';
import type { Flow } from './flow.ts';

/** How each command becomes SQL; a command that is not here cannot be run locally. */
export const compilers: { readonly [K in Command['kind']]?: CompileCommand<K> } = {
  FieldsCommand: fields,
  DisplayCommand: display,
  FilterCommand: filter,
  FilterIndexCommand: filterIndex,
  ParseCommand: parse,
  StatsCommand: stats,
  SortCommand: sort,
  LimitCommand: limit,
  DedupCommand: dedup,
};

/** Applies one command, or answers false where there is no way to. */
export function compileCommand<K extends Command['kind']>(command: Extract<Command, { kind: K }>, flow: Flow): boolean {
  const compiler = compilers[command.kind];
  if (!compiler) return false;
  compiler(command, flow);
  return true;
}
