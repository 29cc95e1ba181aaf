import type { LogFormat } from '../../formats/format.ts';
import { applyFixes } from '../../lint/apply-fixes.ts';
import { checkQuery } from '../../lint/check.ts';
import type { ParseClauseWriter } from '../../lint/rule.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { QueryError } from '../../text/query-error.ts';
import type { Source } from '../../text/source.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { readFormatOption } from '../format-option.ts';
import { type LintedFile, lintReportNames, lintReports } from '../lint-reports.ts';
import { writeOutFile } from '../out-file.ts';
import { findQueryFiles } from '../query-files.ts';

/** A fix may reveal another finding with a fix; more rounds than this would mean that two fixes undo each other. */
const mostRounds = 10;

export const lintCommand = defineCommand({
  builder: (yargs) =>
    yargs
      .positional('paths', {
        type: 'string',
        array: true,
        default: ['.'] as string[],
        defaultDescription: 'the current folder',
        describe: 'Query files, folders of *.cwli files, or - for standard input',
      })
      .option('format', { type: 'string', describe: 'Log format to judge fields and values by' })
      .option('output', {
        choices: lintReportNames,
        default: 'text' as const,
        describe: 'How to say what was found',
      })
      .option('fix', { type: 'boolean', default: false, describe: 'Mend what is safe to mend' })
      .option('max-problems', {
        type: 'number',
        default: 0,
        describe: 'Errors and warnings allowed before exit code 1',
      })
      .option('parameters', { type: 'string', describe: 'Names, with commas, that a saved query declares' })
      .example('$0 lint queries', 'Check every query below a folder')
      .example('$0 lint --format vpc-default --fix q.cwli', 'Judge by a format, and mend')
      .example('$0 lint --output github queries', 'Annotate a pull request'),
  async handler({ paths, format, output, fix, maxProblems, parameters }, context) {
    if (!Number.isInteger(maxProblems) || maxProblems < 0) {
      throw new UsageError('--max-problems must be a whole number, 0 or more.');
    }
    const files = await findQueryFiles(paths, context.cwd);
    const known: Known = {
      ...(format !== undefined && { format: await readFormatOption(format, context) }),
      ...(parameters !== undefined && { parameters: namesIn(parameters) }),
    };
    const linted: LintedFile[] = [];
    for (const path of files) linted.push(await lintFile(path, known, fix, context));
    const report = lintReports[output](linted);
    // With "-" and --fix standard output is the mended query.
    const say = fix && files.includes('-') ? context.stderr : context.stdout;
    say(report);
    if (output === 'text') context.stderr(`${summaryOf(linted)}\n`);
    const problems = linted.flatMap(({ diagnostics }) => diagnostics).filter(({ severity }) => severity !== 'info');
    return problems.length > maxProblems ? 1 : 0;
  },
});

/** What the command line says about the queries. */
interface Known {
  readonly format?: LogFormat;
  readonly parameters?: readonly string[];
}

async function lintFile(path: string, known: Known, fix: boolean, context: Context): Promise<LintedFile> {
  const source = await context.readSource(path);
  const checked = await check(source, known, context);
  if (!fix) return checked;
  const mended = await mend(checked, known, context);
  if (path === '-') context.stdout(mended.source.text);
  else if (mended.source.text !== source.text) {
    await writeOutFile(path, [mended.source.text], context);
  }
  return mended;
}

async function check(source: Source, known: Known, context: Context): Promise<LintedFile> {
  const metadata = await readMetadata(source, known, context);
  const format = known.format ?? metadata.format;
  const { diagnostics } = await checkQuery(source, {
    ...known,
    ...(format && { format, parseClauseOf: await loadParseClauseWriter() }),
  });
  return { source, diagnostics: [...metadata.diagnostics, ...diagnostics] };
}

async function mend(checked: LintedFile, known: Known, context: Context): Promise<LintedFile> {
  let current = checked;
  for (let round = 0; round < mostRounds; round++) {
    const text = applyFixes(current.source.text, current.diagnostics);
    if (text === current.source.text) return current;
    current = await check({ ...current.source, text }, known, context);
  }
  return current;
}

/** A saved query may name its format in its leading comments; reading them needs YAML, which most queries do not. */
async function readMetadata(
  source: Source,
  known: Known,
  context: Context,
): Promise<{ readonly format?: LogFormat; readonly diagnostics: readonly Diagnostic[] }> {
  if (!/^\s*#/.test(source.text)) return { diagnostics: [] };
  const { readSavedQuery } = await import('../../library/saved-query.ts');
  const { metadata, diagnostics } = readSavedQuery(source.name, source);
  if (metadata.format === undefined || known.format) return { diagnostics };
  try {
    return { format: await readFormatOption(metadata.format, context), diagnostics };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const start = source.text.indexOf(metadata.format);
    const span = { start: Math.max(0, start), end: Math.max(0, start) + metadata.format.length };
    return {
      diagnostics: [...diagnostics, ...error.diagnostics.map((diagnostic) => ({ ...diagnostic, span }))],
    };
  }
}

/** The parse clause is the generator's; the linter may not know it. */
async function loadParseClauseWriter(): Promise<ParseClauseWriter> {
  const { parseClause } = await import('../../generate/parse-clause.ts');
  const { printCommand } = await import('../../language/print.ts');
  return (format, style) => {
    try {
      return printCommand(parseClause(format, style));
    } catch (error) {
      // Two fields of one name: then there is no such command.
      if (error instanceof QueryError) return undefined;
      throw error;
    }
  };
}

function namesIn(list: string): string[] {
  return list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

function summaryOf(files: readonly LintedFile[]): string {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: string) => all.filter((diagnostic) => diagnostic.severity === severity).length;
  const queries = files.length === 1 ? '1 query' : `${files.length} queries`;
  const parts = [
    [count('error'), 'error', 'errors'],
    [count('warning'), 'warning', 'warnings'],
    [count('info'), 'remark', 'remarks'],
  ] as const;
  const found = parts.flatMap(([number, one, many]) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`],
  );
  return `${queries} checked: ${found.length === 0 ? 'nothing found' : found.join(', ')}.`;
}
