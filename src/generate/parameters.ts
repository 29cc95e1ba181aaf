import { didYouMean } from '../text/did-you-mean.ts';
import { readValue } from './parameter-value.ts';
import { TemplateError } from './template-error.ts';
import type { Template, TemplateParameter } from './template.ts';

/** Checked values by parameter name: what the body of a template can see. */
export type ParameterValues = Readonly<Record<string, string | readonly string[]>>;

/** Checks given values against the declared parameters and fills in the defaults; a wrong or missing value is an error. */
export function checkParameters(template: Template, given: Readonly<Record<string, string>>): ParameterValues {
  const names = template.parameters.map((parameter) => parameter.name);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new TemplateError(describeUnknown(template, unknown, names));
  return Object.fromEntries(
    template.parameters.map((parameter) => [
      parameter.name,
      valueOf(template, parameter, Object.hasOwn(given, parameter.name) ? given[parameter.name] : undefined),
    ]),
  );
}

function valueOf(
  template: Template,
  parameter: TemplateParameter,
  given: string | undefined,
): string | readonly string[] {
  const text = given ?? parameter.default;
  if (text === undefined) {
    throw new TemplateError(
      `Template "${template.name}" needs a value for "${parameter.name}" (${parameter.description}): add --set ${parameter.name}=VALUE.`,
    );
  }
  if (!parameter.list) return checked(parameter, text);
  const items = text.split(',').map((item) => item.trim());
  if (items.includes('')) {
    throw new TemplateError(`"${parameter.name}" takes values separated by commas, and "${text}" holds an empty one.`);
  }
  return items.map((item) => checked(parameter, item));
}

function checked(parameter: TemplateParameter, text: string): string {
  const { value, expected } = readValue(parameter, text);
  if (value === undefined) {
    throw new TemplateError(`"${text}" is no value for "${parameter.name}": give ${expected}.`);
  }
  return value;
}

function describeUnknown(template: Template, unknown: string, names: readonly string[]): string {
  const known = names.length === 0 ? ' It takes none.' : ` It takes ${names.join(', ')}.`;
  return `Template "${template.name}" has no parameter "${unknown}".${didYouMean(unknown, names)}${known}`;
}
