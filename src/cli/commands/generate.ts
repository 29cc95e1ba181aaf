import type { LogFormat } from '../../formats/format.ts';
import { camelName } from '../../formats/names.ts';
import { generate } from '../../generate/generate.ts';
import { openLibrary } from '../../library/find.ts';
import { defineCommand } from '../command.ts';
import { deliverQuery, withDeliveryOptions } from '../deliver-query.ts';
import { InputError } from '../errors.ts';
import { readFormatOption } from '../format-option.ts';
import { generateOptions, templateGroup as group, withTemplateFlags } from '../template-flags.ts';

export const generateCommand = defineCommand({
  builder: (yargs) =>
    withDeliveryOptions(
      withTemplateFlags(
        yargs
          .positional('template', {
            type: 'string',
            demandOption: true,
            describe: 'Template name, or path of a .hbs file',
          })
          .option('format', {
            type: 'string',
            demandOption: true,
            requiresArg: true,
            group,
            describe: 'Log format: its string, a catalogue name, or @FILE',
          })
          .option('allow-unknown-fields', {
            type: 'boolean',
            default: false,
            group,
            describe: 'Take fields that no catalogue knows as text',
          }),
      ),
    )
      .example('$0 generate reject-counts --format vpc-default', 'Rejected flows by source')
      .example("$0 generate top-talkers-by-bytes --format '${srcaddr} ${dstaddr} ${bytes}'", 'For a custom format'),
  async handler(options, context) {
    const library = openLibrary(context.cwd);
    const found = library.find(options.template);
    if (found.kind !== 'template') {
      throw new InputError(
        `"${options.template}" is a saved query, not a template: "flowq show ${options.template}" prints it.`,
      );
    }
    const format = await readFormatOption(options.format, context, {
      allowUnknownFields: options.allowUnknownFields,
    });
    const query = generate(found.template, { ...generateOptions(options), format, others: library.templates });
    if (options.names === 'discovered' && !format.isDiscovered) context.stderr(describeTest(format));
    await deliverQuery(query.source.text, options, context);
    return 0;
  },
});

/** Whether the service discovers the fields of a custom format is not documented; a person can see it at once. */
function describeTest({ fields }: LogFormat): string {
  const query = `fields @message, ${camelName(fields[0]!)} | limit 5`;
  return `flowq: the fields of a custom format are not always discovered; run this first to see whether they are:\n${query}\n`;
}
