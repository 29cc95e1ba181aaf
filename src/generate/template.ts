import type { LogFormat } from '../formats/format.ts';
import type { Source } from '../text/source.ts';

/** What the value of a template parameter is; values are checked before the template sees them. */
export const parameterTypes = [
  'string',
  'number',
  'count',
  'port',
  'protocol',
  'address',
  'cidr',
  'duration',
  'choice',
] as const;

export type ParameterType = (typeof parameterTypes)[number];

/** A value that a template asks for. */
export interface TemplateParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly description: string;
  /** Absent where the person has to give one. */
  readonly default?: string;
  /** The values of a `choice`. */
  readonly values?: readonly string[];
  /** Takes several values, separated by commas. */
  readonly list?: boolean;
}

/** A Handlebars text that prints a query for any log format that has the fields it needs. */
export interface Template {
  readonly name: string;
  /** The whole file: the metadata comment and the body. */
  readonly source: Source;
  readonly title: string;
  readonly description: string;
  /** Fields as log formats spell them: `srcaddr`, `flow-direction`; `az-id|tgw-src-az-id` where one of several will do. */
  readonly needs: readonly string[];
  readonly parameters: readonly TemplateParameter[];
  /** Command lines that show its use. */
  readonly examples: readonly string[];
}

/** The fields that a template needs and a format lacks. */
export function missingFields(template: Template, format: LogFormat): readonly string[] {
  const present = new Set(format.fields.map((field) => field.name));
  return template.needs.filter((need) => !alternatives(need).some((name) => present.has(name)));
}

/** The fields of which one will do. */
export function alternatives(need: string): readonly string[] {
  return need.split('|');
}
