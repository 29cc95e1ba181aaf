import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../src/library/template-file.ts';

const read = (text: string) => readTemplate('sample', { name: 'sample.hbs', text });

describe('a template file', () => {
  it('says in its leading comment what it is', () => {
    const template = read(
      [
        '{{!--',
        'title: Sample',
        'description: What it shows',
        'needs: [srcaddr, action]',
        'parameters:',
        '  port: { type: port, default: 22, description: where to }',
        '  side: { type: choice, values: [a, b], description: which }',
        '  interfaces: { list: true, description: ids }',
        'examples:',
        '  - flowq generate sample',
        '--}}',
        'stats count(*)',
      ].join('\n'),
    );
    expect(template).toMatchObject({
      name: 'sample',
      title: 'Sample',
      description: 'What it shows',
      needs: ['srcaddr', 'action'],
      parameters: [
        { name: 'port', type: 'port', default: '22', description: 'where to' },
        { name: 'side', type: 'choice', values: ['a', 'b'], description: 'which' },
        { name: 'interfaces', type: 'string', list: true, description: 'ids' },
      ],
      examples: ['flowq generate sample'],
    });
  });

  it.each([
    ['no metadata', 'stats count(*)', 'A template begins with its metadata'],
    ['metadata that cannot be read', '{{!-- a: b: c --}}', 'The metadata comment cannot be read'],
    ['no title', '{{!-- description: x --}}', 'needs a "title"'],
    ['an unknown key', '{{!-- {title: x, neds: [a]} --}}', '"neds" is not known here. Did you mean "needs"?'],
    ['needs that are no list', '{{!-- {title: x, needs: a} --}}', '"needs" must be a list'],
    ['an unknown type', '{{!-- {title: x, parameters: {p: {type: prot, description: d}}} --}}', 'Did you mean "port"?'],
    ['an undescribed parameter', '{{!-- {title: x, parameters: {p: {}}} --}}', 'needs a "description"'],
    ['a parameter name with a dash', '{{!-- {title: x, parameters: {a-b: {description: d}}} --}}', '"a-b" cannot name'],
    [
      'a choice without values',
      '{{!-- {title: x, parameters: {p: {type: choice, description: d}}} --}}',
      '"values" belong',
    ],
  ])('is refused with %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).toThrow(/^sample\.hbs: /);
  });
});
