import type { LocalInput } from '../../engine/local-input.ts';
import { bytesText, secondsText } from '../../output/statistics-text.ts';
import type { QueryStatistics } from '../../results/result.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { dataFolder, withDataOption, type DataOptions } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { readFormatOption } from '../format-option.ts';
import { localProgress, startProgress } from '../progress.ts';
import { readTimeRange, withTimeOptions } from '../time-range.ts';
import { withResultOptions, writeResult } from '../write-result.ts';

const many = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;

export const sqlCommand = defineCommand({
  builder: (yargs) =>
    withTimeOptions(withResultOptions(withDataOption(yargs)))
      .positional('statement', { type: 'string', demandOption: true, describe: 'A SELECT over the table "logs"' })
      .option('file', {
        ...many,
        alias: 'f',
        describe: 'File, folder or glob to read; - for standard input; repeatable',
      })
      .option('log-group', { ...many, alias: 'g', describe: 'Imported log group; repeatable' })
      .option('format', {
        type: 'string',
        requiresArg: true,
        describe: 'Log format: its string, a catalogue name, or @FILE',
      })
      .option('allow-unknown-fields', {
        type: 'boolean',
        default: false,
        describe: 'Take fields of --format that no catalogue knows as text',
      })
      .option('input-format', {
        type: 'string',
        requiresArg: true,
        describe: 'Kind of the files [default: found from their beginning]',
      })
      .group(['file', 'log-group', 'data', 'format', 'allow-unknown-fields', 'input-format'], 'Where the records are:')
      .example(
        "$0 sql 'select srcaddr, sum(bytes) b from logs group by 1 order by b desc' --file flow.log --format vpc-default",
        'Bytes by source in SQL; the columns are the fields of the format',
      ),
  async handler(options, context) {
    const range = await readTimeRange(options, context.now());
    const input = await inputOf(options, context);
    const { runSql } = await import('../../engine/run-sql.ts');
    const progress = startProgress(context, options.quiet === true);
    try {
      const result = await runSql(options.statement, input, {
        ...(range && { range }),
        signal: context.signal,
        onNotice: (sentence) => context.stderr(`${sentence}\n`),
        onProgress: (state) => progress.show(localProgress(state)),
      });
      progress.end();
      await writeResult(result, { ...options, quiet: true }, context);
      if (options.quiet !== true) context.stderr(`${tell(await result.statistics)}\n`);
      return 0;
    } finally {
      progress.end();
    }
  },
});

/** What SQL matches and scans nobody counts. */
function tell({ rows, bytesScanned, elapsedMilliseconds }: QueryStatistics): string {
  const noun = rows === 1 ? 'row' : 'rows';
  return `${rows.toLocaleString('en-US')} ${noun} from ${bytesText(bytesScanned)} in ${secondsText(elapsedMilliseconds)}`;
}

interface InputOptions extends DataOptions {
  readonly file?: readonly string[] | undefined;
  readonly logGroup?: readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly allowUnknownFields: boolean;
  readonly inputFormat?: string | undefined;
}

async function inputOf(options: InputOptions, context: Context): Promise<LocalInput> {
  const { file, logGroup, inputFormat, allowUnknownFields } = options;
  const format =
    options.format === undefined
      ? {}
      : { format: await readFormatOption(options.format, context, { allowUnknownFields }) };
  if ((file === undefined) === (logGroup === undefined)) {
    throw new UsageError('Say where the records are: --file PATH, or --log-group NAME of what was imported.');
  }
  if (logGroup) return { kind: 'store', folder: dataFolder(options, context), logGroups: logGroup, ...format };
  return {
    kind: 'files',
    paths: file!,
    cwd: context.cwd,
    stdin: context.stdin,
    ...(inputFormat !== undefined && { inputFormat }),
    ...format,
  };
}
