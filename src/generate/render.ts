import Handlebars from 'handlebars';
import type { LogFormat } from '../formats/format.ts';
import { checkBody } from './check-body.ts';
import type { Columns } from './columns.ts';
import type { ParameterValues } from './parameters.ts';
import { placeHelpers } from './place-helpers.ts';
import { TemplateError } from './template-error.ts';
import type { Template } from './template.ts';

/** What the body of a template sees. */
export interface RenderContext {
  readonly format: LogFormat;
  readonly columns: Columns;
  readonly parameters: ParameterValues;
}

/** Renders the body of a template to query text. Values enter only through helpers that quote them for their place. */
export function renderTemplate(template: Template, context: RenderContext): string {
  const handlebars = Handlebars.create();
  const helpers = placeHelpers(template, context);
  handlebars.registerHelper(helpers as Handlebars.HelperDeclareSpec);
  try {
    const body = handlebars.parse(template.source.text);
    checkBody(template, body, Object.keys(helpers));
    const render = handlebars.compile(body, {
      noEscape: true,
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
    });
    return render(context.parameters).trim();
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(`${template.source.name}: ${(error as Error).message}`, { cause: error });
  }
}
