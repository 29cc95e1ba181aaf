import type { ImportSummary } from '../../engine/store/import-files.ts';
import { bytesText, secondsText } from '../../output/statistics-text.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { defineCommand } from '../command.ts';
import { dataFolder, withDataOption } from '../data-folder.ts';
import { localProgress, startProgress } from '../progress.ts';
import { fileInput, withRecordOptions } from '../record-options.ts';

export const importCommand = defineCommand({
  builder: (yargs) =>
    withRecordOptions(withDataOption(yargs))
      .positional('paths', {
        type: 'string',
        array: true,
        demandOption: true,
        // Otherwise the help tells an empty list as the default of what cannot be left out.
        default: undefined,
        describe: 'Files, folders or globs; - for standard input',
      })
      .option('log-group', {
        alias: 'g',
        type: 'string',
        requiresArg: true,
        demandOption: true,
        describe: 'Name of the log group that the events go to',
      })
      .option('quiet', {
        alias: 'q',
        type: 'boolean',
        default: false,
        describe: 'Only warnings and errors on standard error',
      })
      .example('$0 import --log-group vpc-flow logs/', 'Every file of a folder')
      .example('$0 run reject-counts --log-group vpc-flow --local', 'Ask what was imported'),
  async handler(options, context) {
    const { paths, logGroup, quiet } = options;
    const input = await fileInput(paths, options, context);
    const { importFiles } = await import('../../engine/store/import-files.ts');
    const progress = startProgress(context, quiet);
    const said = new Set<string>();
    const say = (sentence: string) => {
      if (said.has(sentence)) return;
      said.add(sentence);
      progress.end();
      context.stderr(`${sentence}\n`);
    };
    try {
      const summary = await importFiles(input, {
        dataFolder: dataFolder(options, context),
        logGroup,
        now: context.now,
        signal: context.signal,
        onNotice: (sentence) => {
          if (!quiet) say(sentence);
        },
        onWarning: (sentence) => say(`warning: ${sentence}`),
        onProgress: (state) => progress.show(localProgress(state)),
      });
      progress.end();
      if (!quiet) context.stderr(`${tell(summary, logGroup)}\n`);
      return 0;
    } finally {
      progress.end();
    }
  },
});

function tell(summary: ImportSummary, logGroup: string): string {
  const { files, known, events, sourceBytes, storedBytes, elapsedMilliseconds } = summary;
  const count = (number: number, noun: string) => `${groupDigits(number)} ${noun}${number === 1 ? '' : 's'}`;
  const had = known === 0 ? '' : ` ${count(known, 'file')} ${known === 1 ? 'was' : 'were'} there already.`;
  if (events === 0) return `Nothing new for "${logGroup}" in ${count(files, 'file')}.${had}`;
  const sizes = `${bytesText(sourceBytes)} became ${bytesText(storedBytes)}`;
  return `Imported ${count(events, 'event')} from ${count(files - known, 'file')} into "${logGroup}": ${sizes}, ${secondsText(elapsedMilliseconds)}.${had}`;
}
