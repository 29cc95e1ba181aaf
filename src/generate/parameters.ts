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
  const texts = template.parameters.map((parameter) => ({
    parameter,
    text: Object.hasOwn(given, parameter.name) ? given[parameter.name] : parameter.default,
  }));
  const missing = texts.filter(({ text }) => text === undefined).map(({ parameter }) => parameter);
  if (missing.length > 0) throw new TemplateError(describeMissing(template, missing));
  return Object.fromEntries(texts.map(({ parameter, text }) => [parameter.name, valueOf(parameter, text!)]));
}

/** All at once, so that nobody has to find them out one run at a time. */
function describeMissing(template: Template, missing: readonly TemplateParameter[]): string {
  const values = missing.map(({ name, description }) => `"${name}" (${description})`).join(' and ');
  const flags = missing.map(({ name }) => `--set ${name}=VALUE`).join(' ');
  return `Template "${template.name}" needs a value for ${values}: add ${flags}.`;
}

function valueOf(parameter: TemplateParameter, text: string): string | readonly string[] {
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
