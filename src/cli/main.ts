import yargs, { type FallbackCompletionFunction } from 'yargs';
import { renderDiagnostic } from '../text/render.ts';
import { QueryError } from '../text/query-error.ts';
import { checkOptions, demandValues } from './check-options.ts';
import type { CommandEntry } from './command.ts';
import type { Context } from './context.ts';
import { InterruptedError, OutputClosedError, UsageError } from './errors.ts';
import { leaveHelpUnwritten, stateOf, type ParserState } from './parser-state.ts';
import { completionLine, completionRequest, completionValues } from './shell-completion.ts';
import { shieldWords, unshieldMessage, unshieldOptions } from './shielded-words.ts';
import { usageSentence } from './usage-sentence.ts';
import { version } from './version.ts';

/** Every CLI command, in the order of the help; its module is loaded when it is called. */
export const commands: readonly CommandEntry[] = [
  {
    command: 'generate <template>',
    describe: 'Make a query from a template for a log format',
    load: async () => (await import('./commands/generate.ts')).generateCommand,
  },
  {
    command: 'run <query>',
    describe: 'Run a template or a saved query on files or log groups',
    load: async () => (await import('./commands/run.ts')).runCommand,
  },
  {
    command: 'list [kind]',
    describe: 'List templates and saved queries',
    load: async () => (await import('./commands/list.ts')).listCommand,
  },
  {
    command: 'show <name>',
    describe: 'Show a template or a saved query',
    load: async () => (await import('./commands/show.ts')).showCommand,
  },
  {
    command: 'lint [paths..]',
    describe: 'Report problems in queries',
    load: async () => (await import('./commands/lint.ts')).lintCommand,
  },
  {
    command: 'fmt [paths..]',
    describe: 'Format queries',
    load: async () => (await import('./commands/fmt.ts')).fmtCommand,
  },
  {
    command: 'formats [action] [target]',
    describe: 'List, explain and infer log formats',
    load: async () => (await import('./commands/formats.ts')).formatsCommand,
  },
  {
    command: 'sample',
    describe: 'Make sample records of a log format',
    load: async () => (await import('./commands/sample.ts')).sampleCommand,
  },
  {
    command: 'import <paths..>',
    describe: 'Copy logs into the local store, to ask them again fast',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    command: 'groups',
    describe: 'List the imported log groups',
    load: async () => (await import('./commands/groups.ts')).groupsCommand,
  },
  {
    command: 'sql <statement>',
    describe: 'Ask files or imported log groups in SQL',
    load: async () => (await import('./commands/sql.ts')).sqlCommand,
  },
  {
    command: 'explain [name]',
    describe: 'Explain a word of the language, a field, a finding, or a query',
    load: async () => (await import('./commands/explain.ts')).explainCommand,
  },
  {
    command: 'complete <file>',
    describe: 'Tell an editor what could stand at the cursor',
    load: async () => (await import('./commands/complete.ts')).completeCommand,
  },
  {
    command: 'serve',
    describe: 'Serve the CloudWatch Logs API on this machine',
    load: async () => (await import('./commands/serve.ts')).serveCommand,
  },
];

/** Runs one command line and answers its exit code: 0 done, 1 problems found, 2 could not do it. */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  const debug = argv.includes('--debug');
  try {
    return await dispatch(argv, context);
  } catch (error) {
    if (error instanceof OutputClosedError) return 0;
    context.stderr(describeFailure(error, debug));
    return error instanceof InterruptedError || context.signal.aborted ? 130 : 2;
  }
}

async function dispatch(argv: readonly string[], context: Context): Promise<number> {
  let code = 0;
  let output = '';
  const asked = completionRequest(argv);
  const values = asked && (await completionValues(asked, context));
  let state: ParserState | undefined;
  const refusal = (message: string) => {
    const line = { argv, commands: commands.map(({ command }) => command), state };
    return new UsageError(usageSentence(unshieldMessage(message), line));
  };
  const parser = yargs()
    .scriptName('flowq')
    .usage('$0 <command>\n\nCloudWatch Logs Insights as code: generate, check, run and keep queries.')
    .locale('en')
    .version(version)
    .wrap(80)
    .strict()
    .demandCommand(1, 'Name a command; "flowq --help" lists them.')
    .recommendCommands()
    .option('debug', { type: 'boolean', global: true, hidden: true, describe: 'Show stack traces' })
    .exitProcess(false)
    .fail((message: string, error: Error | undefined) => {
      throw error ?? refusal(message);
    });
  leaveHelpUnwritten(parser);
  for (const entry of commands) {
    parser.command(
      [entry.command, ...(entry.aliases ?? [])],
      entry.describe,
      async (builder) => {
        (await entry.load()).builder(builder);
        demandValues(builder);
        state = stateOf(builder);
      },
      async (options) => {
        if (asked) return;
        const given = unshieldOptions(options);
        if (state) checkOptions(given, state, argv);
        code = await (await entry.load()).handler(given, context);
      },
    );
  }
  const complete: FallbackCompletionFunction = (_current, _options, known, done) => {
    if (values) done([...values]);
    else known();
  };
  parser.completion('completion', 'Print a script that completes flowq in your shell', complete);
  await parser.parseAsync(
    shieldWords(asked ? completionLine(asked) : argv),
    {},
    (error: Error | undefined, _options: unknown, text: string) => {
      // What the parser itself finds wrong with a value does not come by way of "fail".
      if (error) throw error.name === 'YError' ? refusal(error.message) : error;
      output = text;
    },
  );
  if (output) context.stdout(`${output}\n`);
  return code;
}

/** Only here do exceptions become text. An unexpected error keeps its stack: it is our bug. */
function describeFailure(error: unknown, debug: boolean): string {
  if (error instanceof QueryError) {
    return error.diagnostics.map((diagnostic) => `${renderDiagnostic(error.source, diagnostic)}\n`).join('');
  }
  if (!(error instanceof Error)) return `flowq: ${String(error)}\n`;
  if (debug) return `${error.stack ?? error.message}\n`;
  if (isExpected(error)) return `flowq: ${error.message}\n`;
  return `flowq: this is a bug in flowq; please report it with this text:\n${error.stack ?? error.message}\n`;
}

/** Errors of the world have a class of their room; anything else is a bug. */
function isExpected(error: Error): boolean {
  return error.name !== 'Error' && !(error instanceof TypeError) && !(error instanceof RangeError);
}
