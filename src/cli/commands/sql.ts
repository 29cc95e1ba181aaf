import type { LocalInput } from '../../engine/local-input.ts';
import { bytesText, secondsText } from '../../output/statistics-text.ts';
import type { QueryStatistics } from '../../results/result.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { dataFolder, withDataOption, type DataOptions } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { localProgress, startProgress } from '../progress.ts';
import { fileInput, readRecordFormat, recordFlags, withRecordOptions, type RecordOptions } from '../record-options.ts';
import { readTimeRange, withTimeOptions } from '../time-range.ts';
import { withResultOptions, writeResult } from '../write-result.ts';

const many = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;

export const sqlCommand = defineCommand({
  builder: (yargs) =>
    withTimeOptions(
      withResultOptions(
        withRecordOptions(
          withDataOption(
            yargs
              .positional('statement', {
                type: 'string',
                demandOption: true,
                describe: 'A SELECT over the table "logs"',
              })
              .option('file', {
                ...many,
                alias: 'f',
                describe: 'File, folder or glob to read; - for standard input; repeatable',
              })
              .option('log-group', { ...many, alias: 'g', describe: 'Imported log group; repeatable' }),
          ),
        ).group(['file', 'log-group', 'data', ...recordFlags], 'Where the records are:'),
      ),
    ).example(
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
        onNotice: (sentence) => {
          if (options.quiet !== true) context.stderr(`${sentence}\n`);
        },
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
  return `${groupDigits(rows)} ${noun} from ${bytesText(bytesScanned)} in ${secondsText(elapsedMilliseconds)}`;
}

interface InputOptions extends DataOptions, RecordOptions {
  readonly file?: readonly string[] | undefined;
  readonly logGroup?: readonly string[] | undefined;
}

async function inputOf(options: InputOptions, context: Context): Promise<LocalInput> {
  const { file, logGroup } = options;
  if (file && logGroup) throw new UsageError('--file reads files, --log-group asks a log group: give one of them.');
  if (!file && !logGroup) {
    throw new UsageError('Say where the records are: --file PATH, or --log-group NAME of what was imported.');
  }
  if (file) return fileInput(file, options, context);
  const format = await readRecordFormat(options, context);
  return { kind: 'store', folder: dataFolder(options, context), logGroups: logGroup!, ...format };
}
