import { defineCommand } from '../command.ts';
import { UsageError } from '../errors.ts';
import { readFormatOption } from '../format-option.ts';

/** `flowq complete`: what could stand at the cursor of a query, as JSON for an editor. */
export const completeCommand = defineCommand({
  builder: (yargs) =>
    yargs
      .positional('file', { type: 'string', demandOption: true, describe: 'Query file, or - for standard input' })
      .option('offset', {
        type: 'number',
        demandOption: true,
        requiresArg: true,
        describe: 'Where the cursor stands: UTF-16 units before it',
      })
      .option('format', {
        type: 'string',
        requiresArg: true,
        describe: 'Log format: its string, a catalogue name, or @FILE',
      })
      .example('flowq complete - --offset 9 < query.cwli', 'Completions after nine characters'),
  async handler({ file, offset, format }, context) {
    const { complete } = await import('../../complete/complete.ts');
    const { text } = await context.readSource(file);
    if (!Number.isInteger(offset) || offset < 0 || offset > text.length) {
      throw new UsageError(`--offset must be a whole number from 0 to ${text.length}, the length of the query.`);
    }
    const options = format === undefined ? {} : { format: await readFormatOption(format, context) };
    const completions = complete(text, offset, options);
    context.stdout(
      completions.length === 0 ? '[]\n' : `[\n${completions.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`,
    );
    return 0;
  },
});
