import type { Argv } from 'yargs';
import { statisticsText, warningsText } from '../output/statistics-text.ts';
import { findWriter, writerNames } from '../output/writers.ts';
import type { QueryResult } from '../results/result.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { writeOutFile } from './out-file.ts';

/** How a person wants to see an answer. */
export interface ResultOptions {
  readonly output?: string | undefined;
  readonly out?: string | undefined;
  readonly quiet?: boolean | undefined;
  readonly showHidden?: boolean | undefined;
}

/** Adds `--output`, `--out`, `--quiet` and `--show-hidden` to a command. */
export function withResultOptions<Options>(yargs: Argv<Options>): Argv<Options & ResultOptions> {
  return yargs
    .option('output', { choices: writerNames, requiresArg: true, describe: 'How rows are written [default: table]' })
    .option('out', { type: 'string', requiresArg: true, describe: 'Write the rows to this file, whole or not at all' })
    .option('show-hidden', { type: 'boolean', describe: 'Write hidden columns (@ptr) too' })
    .option('quiet', { alias: 'q', type: 'boolean', describe: 'No statistics on standard error' })
    .group(['output', 'out', 'show-hidden', 'quiet'], 'Output:');
}

/** Writes the rows to standard output or a file, then counts and warnings to standard error. */
export async function writeResult(
  result: QueryResult,
  { output = 'table', out, quiet = false, showHidden = false }: ResultOptions,
  context: Context,
): Promise<void> {
  const writer = findWriter(output);
  if (!writer) throw new UsageError(`There is no output "${output}"; choose ${writerNames.join(', ')}.`);
  const toFile = out !== undefined && out !== '-';
  const isTerminal = context.isTerminal && !toFile;
  const color = isTerminal && context.env['NO_COLOR'] === undefined;
  const pieces = writer.write(result, { width: context.width, isTerminal, color, showHidden });
  // Where the rows fail the statistics fail too; the rows tell first.
  result.statistics.catch(() => undefined);
  if (toFile) await writeOutFile(out, pieces, context);
  else for await (const piece of pieces) context.stdout(piece);
  const statistics = await result.statistics;
  context.stderr(quiet ? warningsText(statistics) : statisticsText(statistics));
}
