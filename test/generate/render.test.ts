import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/generate/columns.ts';
import { checkParameters } from '../../src/generate/parameters.ts';
import { renderTemplate } from '../../src/generate/render.ts';
import type { Template } from '../../src/generate/template.ts';
import { formatOf } from '../support/format.ts';
import { makeTemplate } from '../support/make-template.ts';

const format = formatOf('${srcaddr} ${flow-direction}');
const render = (template: Template) =>
  renderTemplate(template, {
    format,
    columns: columnsOf(format, 'snake'),
    parameters: checkParameters(template, {}),
  });
const withValue = (body: string, value: string | undefined = 'x') =>
  makeTemplate(body, { parameters: [{ name: 'v', type: 'string', description: '', default: value }] });

describe('rendering a template', () => {
  it.each([
    ['{{field "flow-direction"}}', 'flow_direction'],
    ['{{columns}}', 'srcaddr, flow_direction'],
    ['{{str v}}', '"x"'],
    ['{{#if (has "srcaddr")}}yes{{else}}no{{/if}}', 'yes'],
    ['{{#if (has "bytes")}}yes{{else}}no{{/if}}', 'no'],
    ['{{#if (is v "x")}}yes{{else}}no{{/if}}', 'yes'],
    ['{{#unless (is v "y")}}yes{{/unless}}', 'yes'],
    ['{{inSubnet "srcaddr" "10.0.0.0/8"}}', 'isIpv4InSubnet(srcaddr, "10.0.0.0/8")'],
    ['{{inSubnet "srcaddr" "fd00::/8"}}', 'isIpv6InSubnet(srcaddr, "fd00::/8")'],
    ['\\{{name}}', '{{name}}'],
  ])('turns %s into %s', (body, text) => {
    expect(render(withValue(body))).toBe(text);
  });

  it.each([
    ['a value without a helper', '{{v}}', 'sample.hbs:1:1: "v" is not known here.'],
    ['a helper that does not exist', '{{strr v}}', 'Did you mean "str"?'],
    [
      'an undeclared parameter',
      'x\n{{str w}}',
      'sample.hbs:2:7: "w" is no parameter of the template. Did you mean "v"?',
    ],
    ['an undeclared condition', '{{#if w}}x{{/if}}', '"w" is no parameter of the template.'],
    ['other blocks', '{{#each v}}{{this}}{{/each}}', 'The blocks are if, unless.'],
    ['partials', '{{> other}}', 'Templates cannot include others.'],
    ['a helper without its value', '{{str}}', 'the helper "str" was given no text'],
    ['a list that is none', '{{list v}}', 'the helper "list" was given no list'],
    ['a number that is none', '{{number v}}', '"x" is no number'],
    ['a duration that is none', '{{duration v}}', '"x" is no duration'],
    ['a range that is none', '{{inSubnet "srcaddr" v}}', '"x" is no address range'],
    ['a field that the format lacks', '{{field "bytes"}}', 'names the field "bytes", which the format lacks'],
    ['braces that do not close', '{{#if v}}', 'sample.hbs: Parse error'],
  ])('refuses %s', (_, body, message) => {
    expect(() => render(withValue(body))).toThrow(message);
  });
});
