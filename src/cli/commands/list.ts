import { missingFields } from '../../generate/template.ts';
import { clashes, describeClash, openLibrary, type Found } from '../../library/find.ts';
import type { EntryKind } from '../../library/folders.ts';
import { wrap } from '../../text/wrap.ts';
import { defineCommand } from '../command.ts';
import { UsageError } from '../errors.ts';
import { readFormatOption } from '../format-option.ts';

const headings: Readonly<Record<EntryKind, string>> = { template: 'Templates', query: 'Saved queries' };

export const listCommand = defineCommand({
  builder: (yargs) =>
    yargs
      .positional('kind', { choices: ['templates', 'queries'] as const, describe: 'Only these' })
      .option('format', {
        type: 'string',
        requiresArg: true,
        describe: 'Only templates that work with this log format',
      })
      .option('output', { choices: ['text', 'json'] as const, default: 'text' as const, describe: 'How to print it' })
      .example('$0 list templates --format tgw-default', 'Templates for Transit Gateway flow logs'),
  async handler(options, context) {
    const library = openLibrary(context.cwd);
    const format = options.format === undefined ? undefined : await readFormatOption(options.format, context);
    if (format && options.kind === 'queries') {
      throw new UsageError('--format chooses among templates: leave it out, or list templates.');
    }
    const { found: all, problems } = library.readAll();
    const found = all
      .filter(({ kind }) => !options.kind || options.kind === (kind === 'template' ? 'templates' : 'queries'))
      .filter((item) => !format || (item.kind === 'template' && missingFields(item.template, format).length === 0));
    for (const problem of problems) context.stderr(`flowq: ${problem.message}\n`);
    for (const same of clashes(library.entries)) context.stderr(`flowq: ${describeClash(same, context.cwd)}\n`);
    context.stdout(
      options.output === 'json' ? `${JSON.stringify(found.map(summary), null, 2)}\n` : table(found, context.width),
    );
    return 0;
  },
});

function summary(found: Found) {
  const { kind, name, topic, path } = found.entry;
  return { kind, name, topic, title: titleOf(found), path };
}

function titleOf(found: Found): string {
  return found.kind === 'template' ? found.template.title : (found.query.metadata.title ?? '');
}

function table(found: readonly Found[], width: number): string {
  if (found.length === 0) return 'Nothing found.\n';
  const nameWidth = Math.max(...found.map(({ entry }) => entry.name.length)) + 4;
  let heading = '';
  return found
    .map((item) => {
      const { kind, topic, name } = item.entry;
      const own = `${headings[kind]}${topic && `: ${topic}`}`;
      const line = `${`  ${name}`.padEnd(nameWidth)}${wrap(titleOf(item), nameWidth, width)}\n`;
      if (own === heading) return line;
      const start = `${heading && '\n'}${own}\n${line}`;
      heading = own;
      return start;
    })
    .join('');
}
