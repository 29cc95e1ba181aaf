import type { CommandDefinition } from './command-definition.ts';
import type { Command } from './command-nodes.ts';
import { accum } from './commands/accum.ts';
import { addtotals } from './commands/addtotals.ts';
import { anomaly } from './commands/anomaly.ts';
import { appendcols } from './commands/appendcols.ts';
import { autoregress } from './commands/autoregress.ts';
import { countFrequent } from './commands/count-frequent.ts';
import { dedup } from './commands/dedup.ts';
import { diff } from './commands/diff.ts';
import { display } from './commands/display.ts';
import { estimate } from './commands/estimate.ts';
import { expand } from './commands/expand.ts';
import { fields } from './commands/fields.ts';
import { filldown } from './commands/filldown.ts';
import { fillmissing } from './commands/fillmissing.ts';
import { filter } from './commands/filter.ts';
import { filterIndex } from './commands/filter-index.ts';
import { join } from './commands/join.ts';
import { json } from './commands/json.ts';
import { limit } from './commands/limit.ts';
import { logcompare } from './commands/logcompare.ts';
import { lookup } from './commands/lookup.ts';
import { outlier } from './commands/outlier.ts';
import { parse } from './commands/parse.ts';
import { pattern } from './commands/pattern.ts';
import { relevantfields } from './commands/relevantfields.ts';
import { savedQuery } from './commands/saved-query.ts';
import { sessionize } from './commands/sessionize.ts';
import { sort } from './commands/sort.ts';
import { source } from './commands/source.ts';
import { stats } from './commands/stats.ts';
import { unmask } from './commands/unmask.ts';
import { unnest } from './commands/unnest.ts';

/** Every command of the query language, the common ones first. */
export const commands: readonly CommandDefinition[] = [
  fields,
  display,
  filter,
  filterIndex,
  parse,
  json,
  stats,
  sort,
  limit,
  dedup,
  source,
  savedQuery,
  pattern,
  diff,
  anomaly,
  unmask,
  unnest,
  expand,
  lookup,
  join,
  appendcols,
  accum,
  addtotals,
  autoregress,
  countFrequent,
  filldown,
  fillmissing,
  outlier,
  relevantfields,
  sessionize,
  logcompare,
  estimate,
];

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
export const commandNames: readonly string[] = commands
  .filter(({ keyword }) => keyword !== '$')
  .flatMap(({ keyword, aliases = [] }) => [keyword, ...aliases]);
