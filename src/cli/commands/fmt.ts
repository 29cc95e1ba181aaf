import type { Source } from '../../text/source.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { writeOutFile } from '../out-file.ts';
import { findQueryFiles } from '../query-files.ts';

/** `flowq fmt`: queries in their canonical layout. */
export const fmtCommand = defineCommand({
  builder: (yargs) =>
    yargs
      .positional('paths', {
        type: 'string',
        array: true,
        default: ['.'],
        defaultDescription: 'the current folder',
        describe: 'Query files, folders with *.cwli files, or - to filter standard input',
      })
      .option('check', {
        type: 'boolean',
        default: false,
        describe: 'Change nothing; list files that are not formatted, exit code 1',
      })
      .example('flowq fmt', 'Format every query below the current folder')
      .example('flowq fmt - < query.cwli', 'Print a query formatted'),
  async handler({ paths, check }, context) {
    const { formatQuery } = await import('../format-query.ts');
    let changed = 0;
    let broken = 0;
    for (const path of await findQueryFiles(paths, context.cwd)) {
      const source = await context.readSource(path);
      const { text, isReadable, report } = formatQuery(source);
      context.stderr(report);
      if (!isReadable) broken++;
      else if (path === '-' && !check) context.stdout(text);
      else if (text !== source.text) {
        changed++;
        await keep(path, source, text, { check, context });
      }
    }
    if (broken > 0) return 2;
    return check && changed > 0 ? 1 : 0;
  },
});

interface KeepOptions {
  readonly check: boolean;
  readonly context: Context;
}

/** Writes the file whole or not at all, and names it; with `--check` it is only named. */
async function keep(path: string, source: Source, text: string, { check, context }: KeepOptions): Promise<void> {
  if (!check) await writeOutFile(path, [text], { cwd: context.cwd, signal: context.signal });
  context.stdout(`${source.name}\n`);
}
