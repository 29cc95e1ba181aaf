import type { Diagnostic, Severity } from '../text/diagnostic.ts';
import { locate } from '../text/position.ts';
import { renderDiagnostic } from '../text/render.ts';
import type { Source } from '../text/source.ts';
import { findRule } from '../lint/rules.ts';
import { version } from './version.ts';

/** A text and what was found in it. */
export interface LintedFile {
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** Ways to say what was found; `text` for people, the others for programs. */
export const lintReports = {
  text: reportText,
  json: reportJson,
  sarif: reportSarif,
  github: reportGithub,
} satisfies Record<string, (files: readonly LintedFile[]) => string>;

/** The names of the reports, in the order of the help. */
export const lintReportNames = [
  'text',
  'json',
  'sarif',
  'github',
] as const satisfies readonly (keyof typeof lintReports)[];

function reportText(files: readonly LintedFile[]): string {
  return files
    .flatMap(({ source, diagnostics }) => diagnostics.map((diagnostic) => `${renderDiagnostic(source, diagnostic)}\n`))
    .join('');
}

function reportJson(files: readonly LintedFile[]): string {
  const findings = files.flatMap(({ source, diagnostics }) =>
    diagnostics.map(({ code, severity, message, help, span }) => ({
      file: source.name,
      code,
      severity,
      message,
      help: help ?? null,
      start: placeOf(source, span.start),
      end: placeOf(source, span.end),
    })),
  );
  return `${JSON.stringify(findings, undefined, 2)}\n`;
}

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0: read by GitHub code scanning and editors. */
function reportSarif(files: readonly LintedFile[]): string {
  const codes = [...new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'flowq', version, rules: codes.map(sarifRule) } },
        columnKind: 'unicodeCodePoints',
        results: files.flatMap(({ source, diagnostics }) =>
          diagnostics.map(({ code, severity, message, help, span }) => ({
            ruleId: code,
            ruleIndex: codes.indexOf(code),
            level: levels[severity],
            message: { text: help === undefined ? message : `${message}\n${help}` },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: uriOf(source.name) },
                  region: sarifRegion(source, span),
                },
              },
            ],
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function sarifRule(code: string): object {
  const rule = findRule(code);
  if (!rule) return { id: code };
  return { id: code, shortDescription: { text: rule.summary }, fullDescription: { text: rule.explanation } };
}

function sarifRegion(source: Source, span: Diagnostic['span']): object {
  const start = locate(source.text, span.start);
  const end = locate(source.text, span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function uriOf(name: string): string {
  return name.split(/[\\/]/).map(encodeURIComponent).join('/');
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions: annotations in a pull request. */
function reportGithub(files: readonly LintedFile[]): string {
  const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
  return files
    .flatMap(({ source, diagnostics }) =>
      diagnostics.map(({ code, severity, message, help, span }) => {
        const start = locate(source.text, span.start);
        const end = locate(source.text, span.end);
        const place = [
          `file=${escapeProperty(source.name)}`,
          `line=${start.line}`,
          `endLine=${end.line}`,
          `col=${start.column}`,
          // The annotation ends with the last character it covers.
          ...(start.line === end.line ? [`endColumn=${Math.max(start.column, end.column - 1)}`] : []),
          `title=${escapeProperty(code)}`,
        ];
        const text = help === undefined ? message : `${message}\n${help}`;
        return `::${levels[severity]} ${place.join(',')}::${escapeData(text)}\n`;
      }),
    )
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function placeOf({ text }: Source, offset: number): { offset: number; line: number; column: number } {
  return { offset, ...locate(text, offset) };
}
