import type { FormatField, LogFormat } from '../formats/format.ts';
import { camelName, columnNames, snakeName } from '../formats/names.ts';
import { printFormat } from '../formats/print.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { QueryError } from '../text/query-error.ts';
import { TemplateError } from './template-error.ts';

/** How the columns are called: `flow_direction`, `flowDirection` after `parse`, or `flowDirection` without a `parse`. */
export type Naming = 'snake' | 'camel' | 'discovered';

/** A field of a log format and the name it has in the query. */
export interface Column {
  readonly field: FormatField;
  readonly name: string;
}

/** The columns of a log format, in its order. */
export type Columns = readonly Column[];

/** Names the columns of a format; two fields that would get one name are an error. */
export function columnsOf(format: LogFormat, naming: Naming): Columns {
  const { names, diagnostics } = columnNames(format, naming === 'snake' ? 'snake' : 'camel');
  if (!names) throw new QueryError({ name: '--format', text: printFormat(format) }, diagnostics);
  return format.fields.map((field, index) => ({ field, name: names[index]! }));
}

/** The column that a person means: spelled as in the format string, in snake case or in camel case. */
export function findColumn(columns: Columns, spelling: string): Column | undefined {
  return (
    columns.find(({ name, field }) => name === spelling || field.name === spelling) ??
    columns.find(({ field }) => snakeName(field) === spelling || camelName(field) === spelling)
  );
}

/** The column that a person means; a field that the format lacks is an error that says who asked for it. */
export function requireColumn(columns: Columns, spelling: string, asker: string): Column {
  const column = findColumn(columns, spelling);
  if (column) return column;
  const names = columns.map(({ field }) => field.name);
  throw new TemplateError(`${asker} the field "${spelling}", which the format lacks.${didYouMean(spelling, names)}`, {
    missingFields: [spelling],
  });
}
