import type { LogFormat } from '../formats/format.ts';
import type { Expression, Query } from '../language/ast.ts';
import { filter } from '../language/build.ts';
import { parse } from '../language/parse.ts';
import { print } from '../language/print.ts';
import { QueryError } from '../text/query-error.ts';
import type { Source } from '../text/source.ts';
import { columnsOf, type Naming } from './columns.ts';
import { conditionsOf, type ConditionFlags } from './condition-flags.ts';
import { filtersEnd, withoutNoData } from './no-data.ts';
import { checkParameters } from './parameters.ts';
import { parseClause } from './parse-clause.ts';
import { renderTemplate } from './render.ts';
import { withGroups, withLimit } from './stats-flags.ts';
import { TemplateError } from './template-error.ts';
import { alternatives, missingFields, type Template } from './template.ts';

/** What a template is rendered for. */
export interface GenerateOptions extends ConditionFlags {
  readonly format: LogFormat;
  /** `snake` where absent: an explicit parse clause works in every log group. */
  readonly names?: Naming;
  /** Values of the template's parameters. */
  readonly set?: Readonly<Record<string, string>>;
  /** Replaces the group list of the only `stats`. */
  readonly by?: readonly string[];
  /** Replaces the count of the last `limit`. */
  readonly limit?: number;
  /** Gives the templates to choose from when this one needs a field that the format lacks. */
  readonly others?: () => readonly Template[];
}

/** A query that was made from a template. */
export interface GeneratedQuery {
  readonly source: Source;
  /** Its spans point into the source. */
  readonly query: Query;
}

/** Makes the query of a template for a log format; throws `TemplateError` or `QueryError` where it cannot. */
export function generate(template: Template, options: GenerateOptions): GeneratedQuery {
  const { format, names = 'snake' } = options;
  refuseMissingFields(template, options);
  if (names === 'discovered' && format.family !== 'vpc-flow') {
    throw new TemplateError('--names discovered is for VPC flow logs: the service discovers no fields of this format.');
  }
  const columns = columnsOf(format, names);
  const parameters = checkParameters(template, options.set ?? {});
  const rendered = renderTemplate(template, { format, columns, parameters });
  let query = readQuery({ name: `${template.source.name} (rendered)`, text: rendered });
  query = withFilters(query, conditionsOf(options, columns));
  query = withoutNoData(query, columns);
  if (options.by) query = withGroups(query, options.by, columns);
  if (options.limit !== undefined) query = withLimit(query, options.limit);
  if (names !== 'discovered') query = { ...query, commands: [parseClause(format, names), ...query.commands] };
  const source = { name: template.name, text: print(query) };
  return { source, query: readQuery(source) };
}

/** Adds conditions behind the filters that the query begins with. */
function withFilters(query: Query, conditions: readonly Expression[]): Query {
  const filters = conditions.map((condition) => filter(condition));
  return { ...query, commands: query.commands.toSpliced(filtersEnd(query.commands), 0, ...filters) };
}

function readQuery(source: Source): Query {
  const { query, diagnostics } = parse(source);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length > 0) throw new QueryError(source, errors);
  return query;
}

function refuseMissingFields(template: Template, { format, others = () => [] }: GenerateOptions): void {
  const missing = missingFields(template, format).map((need) => alternatives(need).join(' or '));
  if (missing.length === 0) return;
  const possible = others()
    .filter((other) => missingFields(other, format).length === 0)
    .map(({ name }) => name);
  const fields = missing.length === 1 ? `the field ${missing[0]}` : `the fields ${missing.join(', ')}`;
  const advice =
    possible.length === 0 ? 'No template fits this format.' : `Templates that work with it: ${possible.join(', ')}.`;
  throw new TemplateError(`Template "${template.name}" needs ${fields}, which the format lacks. ${advice}`, {
    missingFields: missing,
  });
}
