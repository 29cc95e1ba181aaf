import { catalogue } from '../../formats/catalogue.ts';
import { printFormat } from '../../formats/print.ts';
import { explain, knownTopics, nearestTopic } from '../../explain/explain.ts';
import { explainQuery, printStages } from '../../explain/explain-query.ts';
import { printTopic } from '../../explain/print-topic.ts';
import type { Topic } from '../../explain/topic.ts';
import { parse } from '../../language/parse.ts';
import { openLibrary } from '../../library/find.ts';
import { rules } from '../../lint/rules.ts';
import { QueryError } from '../../text/query-error.ts';
import { renderDiagnostic } from '../../text/render.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { InputError, UsageError } from '../errors.ts';
import { readFormatOption } from '../format-option.ts';

export const explainCommand = defineCommand({
  builder: (yargs) =>
    yargs
      .positional('name', {
        type: 'string',
        describe: 'Command, function, operator, lint code, field, format, template or quota',
      })
      .option('query', { type: 'string', describe: 'Walk through a query: a file, or - for standard input' })
      .option('format', { type: 'string', describe: 'With --query: the log format of the events' })
      .option('output', { choices: ['text', 'json'] as const, default: 'text' as const, describe: 'How to say it' })
      .example('$0 explain pct', 'A function')
      .example('$0 explain bin-width', 'What a lint finding means')
      .example('$0 explain flow-direction', 'A field of a log format')
      .example('$0 explain quotas', 'The limits of the service')
      .example('$0 explain --query q.cwli', 'A query, stage by stage'),
  async handler({ name, query, format, output }, context) {
    if ((name === undefined) === (query === undefined)) {
      throw new UsageError('Give either a name to explain or --query FILE.');
    }
    if (name !== undefined) {
      if (format !== undefined) throw new UsageError('--format goes with --query.');
      explainName(name, output, context);
    } else await explainFile(query!, format, output, context);
    return 0;
  },
});

function explainName(name: string, output: 'text' | 'json', context: Context): void {
  const topics = [...knownTopics(), ...ruleTopics(), ...formatTopics(), ...templateTopics(context.cwd)];
  const found = explain(name, topics);
  if (found.length === 0) {
    const near = nearestTopic(name, topics);
    throw new InputError(
      `Nothing is called "${name}".${near === undefined ? ' "flowq explain quotas" lists limits; "flowq list" templates.' : ` Did you mean "${near}"?`}`,
    );
  }
  const width = Math.min(context.width, 100);
  context.stdout(
    output === 'json'
      ? `${JSON.stringify(found, undefined, 2)}\n`
      : found.map((topic) => printTopic(topic, width)).join('\n'),
  );
}

async function explainFile(
  path: string,
  format: string | undefined,
  output: 'text' | 'json',
  context: Context,
): Promise<void> {
  const source = await context.readSource(path);
  const { query, diagnostics } = parse(source);
  const errors = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'unknown-command');
  if (errors.length > 0) throw new QueryError(source, errors);
  for (const diagnostic of diagnostics) context.stderr(`${renderDiagnostic(source, diagnostic)}\n`);
  const known = format === undefined ? {} : { format: await readFormatOption(format, context) };
  const stages = explainQuery(query, known);
  const width = Math.min(context.width, 100);
  context.stdout(output === 'json' ? `${JSON.stringify(stages, undefined, 2)}\n` : printStages(stages, width));
}

function ruleTopics(): Topic[] {
  return rules.map(({ code, severity, summary, explanation, examples }) => ({
    kind: 'lint rule',
    name: code,
    aliases: [],
    place: severity,
    summary,
    sections: [
      { title: 'Why', entries: [{ kind: 'text', text: explanation }] },
      ...examples.map(({ wrong, right, format }) => ({
        title: format === undefined ? 'Example' : `Example, for the format ${format}`,
        entries: [
          { kind: 'term' as const, term: 'wrong', text: shortened(wrong) },
          { kind: 'term' as const, term: 'right', text: shortened(right) },
        ],
      })),
    ],
  }));
}

/** The rule about long queries has a long example. */
function shortened(query: string): string {
  return query.length > 400 ? `${query.slice(0, 200)}…` : query;
}

function formatTopics(): Topic[] {
  return catalogue.map(({ name, aliases, title, format }) => ({
    kind: 'log format',
    name,
    aliases: aliases ?? [],
    summary: `${title.replace(/\.$/, '')}.`,
    sections: [
      { title: 'Format', entries: [{ kind: 'text', text: printFormat(format) }] },
      { title: 'More', entries: [{ kind: 'code', text: `flowq formats show ${name}` }] },
    ],
  }));
}

function templateTopics(cwd: string): Topic[] {
  return openLibrary(cwd)
    .templates()
    .map(({ name, title, description, needs, parameters, examples }) => ({
      kind: 'template',
      name,
      aliases: [],
      summary: `${title.replace(/\.$/, '')}. ${description}`,
      sections: [
        {
          title: 'Needs the fields',
          entries: [{ kind: 'text' as const, text: needs.length === 0 ? 'none' : needs.join(', ') }],
        },
        {
          title: 'Parameters',
          entries: parameters.map((parameter) => ({
            kind: 'term' as const,
            term: parameter.name,
            text: parameter.description,
          })),
        },
        { title: 'Examples', entries: examples.map((text) => ({ kind: 'code' as const, text })) },
      ].filter(({ entries }) => entries.length > 0),
    }));
}
