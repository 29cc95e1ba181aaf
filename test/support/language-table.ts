import { analyze } from '../../src/analysis/analyze.ts';
import { unknowns } from '../../src/explain/unknowns.ts';
import type { FunctionDefinition } from '../../src/functions/definition.ts';
import { signatureOf } from '../../src/functions/signature.ts';
import { functions } from '../../src/functions/table.ts';
import type { CommandDefinition } from '../../src/language/command-definition.ts';
import { commands } from '../../src/language/commands.ts';
import { parse } from '../../src/language/parse.ts';
import { lint } from '../../src/lint/lint.ts';
import { compilers } from '../../src/sql/commands.ts';
import { compile } from '../../src/sql/compile.ts';

/** The page about every command and function: what flowq reads, judges and runs, found out by trying the examples. */
export function languageTable(): string {
  const head = [
    '# The query language, and how much of it flowq knows',
    '',
    'Printed from the tables of commands and functions by `npx vitest run test/language-table.test.ts -u`; do not edit.',
    '`flowq explain NAME` says more about each. What the service does where no source tells is in [fidelity.md](fidelity.md).',
    '',
    '- **Parsed**: its examples are read without a finding, and printed back.',
    '- **Linted**: the linter knows the fields after a command, and the arguments and result of a function.',
    '- **Run locally**: the embedded engine runs it on files; "approximately" where the service uses a model of its own.',
    '- **Since**: `classic` until 2023, `2024` until April 2026, `2026` with the expansion in mid-2026.',
  ];
  const commandRows = commands.map(commandRow);
  const functionRows = functions.map(functionRow);
  const columns = ['Since', 'Parsed', 'Linted', 'Run locally', 'Not known of the service'];
  return [
    ...head,
    '',
    `## Commands (${commandRows.length})`,
    '',
    ...markdownTable(['Command', ...columns], commandRows),
    '',
    `## Functions (${functionRows.length})`,
    '',
    ...markdownTable(['Function', ...columns], functionRows),
    '',
  ].join('\n');
}

function commandRow(definition: CommandDefinition): string[] {
  const { keyword, aliases = [], kind, since, examples } = definition;
  const names = [keyword === '$' ? '$name(…)' : keyword, ...aliases].map(code).join(', ');
  return [
    names,
    since,
    yes(examples.every(isRead)),
    linted(examples),
    runs(kind, examples),
    (unknowns[keyword] ?? []).join(' '),
  ];
}

function functionRow(definition: FunctionDefinition): string[] {
  const { aliases = [], kind, since = 'classic', examples } = definition;
  const queries = examples.map(({ query }) => (kind === 'aggregate' ? `stats ${query}` : `fields ${query} as x`));
  const names = [signatureOf(definition), ...aliases].map(code).join(', ');
  const isChecked = queries.every((query) => hasNoError(query));
  return [
    names,
    since,
    yes(queries.every(isRead)),
    yes(isChecked),
    yes(queries.every(isCompiled)),
    (unknowns[definition.name] ?? []).join(' '),
  ];
}

function isRead(query: string): boolean {
  return parse(query).diagnostics.length === 0;
}

function hasNoError(text: string): boolean {
  return lint(parse(text).query, { source: { name: 'example', text } }).every(({ severity }) => severity !== 'error');
}

/** Commands that need a `pattern` before them are reported alone, rightly: what counts is whether their columns are known. */
function linted(examples: readonly string[]): string {
  const isKnown = examples.every((text) => {
    const { stages } = analyze(parse(text).query, { fields: [] });
    return stages.every(({ input, output }) => input.isOpen || !output.isOpen);
  });
  return isKnown ? 'yes' : 'not all columns are known';
}

function runs(kind: CommandDefinition['kind'], examples: readonly string[]): string {
  if (!(kind in compilers)) return 'no';
  const warnings = examples.flatMap((text) => {
    const compiled = compileExample(text);
    return 'plan' in compiled ? compiled.plan.warnings : [];
  });
  return warnings.some((warning) => warning.includes('approximation')) ? 'approximately' : 'yes';
}

function isCompiled(text: string): boolean {
  return 'plan' in compileExample(text);
}

function compileExample(text: string) {
  const { query } = parse(text);
  return compile(query, analyze(query), {
    input: { relation: 'events', columns: { message: 'message', timestamp: 'timestamp' }, shape: { kind: 'lines' } },
    clock: { now: 0, start: 0, end: 1 },
  });
}

function yes(isTrue: boolean): string {
  return isTrue ? 'yes' : 'no';
}

function code(text: string): string {
  return `\`${text}\``;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
