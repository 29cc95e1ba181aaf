import { catalogue } from '../../formats/catalogue.ts';
import { defineCommand } from '../command.ts';
import { catalogueData, describeCatalogue, describeFormat, formatData } from '../describe-formats.ts';
import { describeInference, inferenceData } from '../describe-inference.ts';
import { UsageError } from '../errors.ts';
import { readFormatOption } from '../format-option.ts';
import { inferFrom } from '../infer-from.ts';

export const formatsCommand = defineCommand({
  builder: (yargs) =>
    yargs
      .positional('action', {
        choices: ['show', 'infer'] as const,
        describe: 'Explain a format, or tell which one records are in; without it, list all',
      })
      .positional('target', {
        type: 'string',
        describe: 'show: a name, a format string or @FILE. infer: a file, or - for standard input',
      })
      .option('output', { choices: ['text', 'json'] as const, default: 'text' as const, describe: 'How to print it' })
      .option('allow-unknown-fields', { type: 'boolean', default: false, describe: 'Take unknown fields as text' })
      .example('$0 formats', 'The catalogue')
      .example('$0 formats show vpc-default', 'Fields, their values, and records')
      .example('$0 formats infer flow.log', 'Which format the file is in'),
  async handler({ action, target, output, allowUnknownFields }, context) {
    const print = (text: string, data: unknown) =>
      context.stdout(output === 'json' ? `${JSON.stringify(data, null, 2)}\n` : text);
    if (action === undefined) {
      print(describeCatalogue(catalogue, context.width), catalogueData(catalogue));
      return 0;
    }
    if (target === undefined) throw new UsageError(missingTarget[action]);
    if (action === 'show') {
      const format = await readFormatOption(target, context, { allowUnknownFields, sourceName: '<format>' });
      print(describeFormat(format, context.width), formatData(format));
      return 0;
    }
    const inference = await inferFrom(target, context);
    print(describeInference(inference, context.width), inferenceData(inference));
    return inference.format ? 0 : 1;
  },
});

const missingTarget = {
  show: 'Name the format to show: flowq formats show vpc-default.',
  infer: 'Name the file, folder or glob to look at: flowq formats infer flow.log, or - for standard input.',
};
