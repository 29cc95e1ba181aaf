import type { Command } from '../language/command-nodes.ts';
import type { CompileCommand } from './command.ts';
import { addtotals } from './commands/addtotals.ts';
import { appendcols } from './commands/appendcols.ts';
import { countFrequent } from './commands/count-frequent.ts';
import { dedup } from './commands/dedup.ts';
import { display, fields } from './commands/fields.ts';
import { fillmissing } from './commands/fillmissing.ts';
import { filter, filterIndex } from './commands/filter.ts';
import { join } from './commands/join.ts';
import { json } from './commands/json.ts';
import { limit } from './commands/limit.ts';
import { lookup } from './commands/lookup.ts';
import { outlier } from './commands/outlier.ts';
import { parse } from './commands/parse.ts';
import { source, unmask } from './commands/passing.ts';
import { pattern } from './commands/pattern.ts';
import { accum, autoregress, filldown } from './commands/running.ts';
import { sessionize } from './commands/sessionize.ts';
import { sort } from './commands/sort.ts';
import { stats } from './commands/stats.ts';
import { expand, unnest } from './commands/unnest.ts';
import type { Flow } from './flow.ts';
import { refuseAsService } from './refused-by-service.ts';

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
  SourceCommand: source,
  JsonCommand: json,
  UnnestCommand: unnest,
  ExpandCommand: expand,
  LookupCommand: lookup,
  JoinCommand: join,
  AppendcolsCommand: appendcols,
  AccumCommand: accum,
  AutoregressCommand: autoregress,
  FilldownCommand: filldown,
  FillmissingCommand: fillmissing,
  AddtotalsCommand: addtotals,
  SessionizeCommand: sessionize,
  CountFrequentCommand: countFrequent,
  OutlierCommand: outlier,
  PatternCommand: pattern,
  UnmaskCommand: unmask,
};

/** Applies one command, or answers false where there is no way to. */
export function compileCommand<K extends Command['kind']>(command: Extract<Command, { kind: K }>, flow: Flow): boolean {
  const compiler = compilers[command.kind];
  if (!compiler) return false;
  refuseAsService(command, flow.query);
  compiler(command, flow);
  return true;
}
