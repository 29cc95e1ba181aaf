import type { LogFormat } from '../formats/format.ts';
import type { GenerateOptions } from '../generate/generate.ts';
import type { Query } from '../language/ast.ts';
import { visit } from '../language/visitor.ts';
import type { Found } from '../library/find.ts';
import { checkQuery } from '../lint/check.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import { RunError } from './run-error.ts';

/** A query as it is to be run; spans point into its source. */
export interface ReadyQuery {
  readonly query: Query;
  readonly source: Source;
  /** What reading and judging it said, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a template is rendered with, the format aside. */
export type TemplateOptions = Omit<GenerateOptions, 'format'>;

/** A template rendered for a format and judged against it. */
export async function renderForFormat(
  found: Found & { readonly kind: 'template' },
  format: LogFormat,
  options: TemplateOptions,
): Promise<ReadyQuery> {
  // Saved queries do without Handlebars.
  const { generate } = await import('../generate/generate.ts');
  const { source } = generate(found.template, { ...options, format });
  return { ...(await checkQuery(source, { format })), source };
}

/** A saved query as it stands, judged against the format of the events where it is known. */
export async function readSaved(
  found: Found & { readonly kind: 'query' },
  format: LogFormat | undefined,
): Promise<ReadyQuery> {
  const { source, diagnostics } = found.query;
  const checked = await checkQuery(source, format ? { format } : {});
  refusePlaceholders(checked.query, found.query.name);
  return { source, query: checked.query, diagnostics: [...diagnostics, ...checked.diagnostics] };
}

/** A saved query with parameters is a text with gaps: no engine runs it as it stands. */
function refusePlaceholders(query: Query, name: string): void {
  const gaps = new Set<string>();
  visit(query, { Placeholder: (node) => void gaps.add(`{{${node.name}}}`) });
  if (gaps.size === 0) return;
  const [parameter, value] = gaps.size === 1 ? ['a parameter', 'value'] : ['parameters', 'values'];
  const list = [...gaps].join(', ');
  throw new RunError(
    `The saved query "${name}" has ${parameter} to fill first: ${list}. Copy it and write the ${value} in.`,
  );
}
