import { quoteName, quoteRegex, quoteString } from '../language/quote.ts';
import { cidrFamily } from './address.ts';
import { requireColumn } from './columns.ts';
import type { RenderContext } from './render.ts';
import { TemplateError } from './template-error.ts';
import { alternatives, type Template } from './template.ts';

/** A helper as Handlebars calls it: its arguments, then Handlebars' own options. */
export type PlaceHelper = (...argumentsAndOptions: unknown[]) => string | boolean;

/** The helpers of templates: each prints a value for one kind of place in a query, and throws where there is no value. */
export function placeHelpers(template: Template, { columns }: RenderContext): Readonly<Record<string, PlaceHelper>> {
  const column = (value: unknown): string => {
    const spellings = alternatives(text(value, 'field'));
    const present = spellings.find((spelling) => columns.some(({ field }) => field.name === spelling));
    return quoteName(requireColumn(columns, present ?? spellings[0]!, `Template "${template.name}" names`).name);
  };
  const text = (value: unknown, helper: string): string => {
    if (typeof value === 'string') return value;
    throw new TemplateError(`Template "${template.name}": the helper "${helper}" was given no text.`);
  };
  const texts = (value: unknown, helper: string): readonly string[] => {
    if (Array.isArray(value)) return value as readonly string[];
    throw new TemplateError(`Template "${template.name}": the helper "${helper}" was given no list.`);
  };
  return {
    // {{field "srcaddr"}}: the column of a field of the log format; {{field "a|b"}}: of the first that it has
    field: (name) => column(name),
    // {{columns}}: every column of the log format
    columns: () => columns.map(({ name }) => quoteName(name)).join(', '),
    // {{#if (has "action")}}: the log format has the field
    has: (name) => columns.some(({ field }) => field.name === text(name, 'has')),
    // {{#if (is side "source")}}: a parameter has this value
    is: (value, wanted) => text(value, 'is') === text(wanted, 'is'),
    // {{str address}}: a string
    str: (value) => quoteString(text(value, 'str')),
    // {{list interfaces}}: a list of strings
    list: (values) => `[${texts(values, 'list').map(quoteString).join(', ')}]`,
    // {{number port}}: a number
    number: (value) => {
      const digits = text(value, 'number');
      if (/^-?\d+(\.\d+)?$/.test(digits)) return digits;
      throw new TemplateError(`Template "${template.name}": "${digits}" is no number.`);
    },
    // {{duration bin}}: a duration; the parameter's type has checked it
    duration: (value) => {
      const duration = text(value, 'duration');
      if (/^\d+ ?[a-z]+$/i.test(duration)) return duration;
      throw new TemplateError(`Template "${template.name}": "${duration}" is no duration.`);
    },
    // like /^{{regex prefix}}/: text inside a regex
    regex: (value) => quoteRegex(text(value, 'regex')),
    // {{inSubnet "srcaddr" source}}: the test whether an address lies in a range
    inSubnet: (name, value) => {
      const range = text(value, 'inSubnet');
      const family = cidrFamily(range);
      if (!family) throw new TemplateError(`Template "${template.name}": "${range}" is no address range.`);
      return `isIpv${family}InSubnet(${column(name)}, ${quoteString(range)})`;
    },
  };
}
