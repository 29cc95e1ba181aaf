import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate, type GenerateOptions } from '../../src/generate/generate.ts';
import type { TemplateParameter } from '../../src/generate/template.ts';
import { visit } from '../../src/language/visitor.ts';
import type { QueryError } from '../../src/text/query-error.ts';
import { formatOf } from '../support/format.ts';
import { makeTemplate } from '../support/make-template.ts';

const rejects = makeTemplate(
  'filter {{field "action"}} = "REJECT"\n| stats count(*) as rejections by {{field "srcaddr"}}\n| sort rejections desc\n| limit 20',
  { name: 'rejects', needs: ['action', 'srcaddr'] },
);
const talkers = makeTemplate('stats sum({{field "bytes"}}) as total by {{field "srcaddr"}} | sort total desc');
const records = makeTemplate('fields {{columns}} | limit 100');

const textOf = (template = rejects, format = '${srcaddr} ${action}', options: Partial<GenerateOptions> = {}) =>
  generate(template, { format: formatOf(format), ...options }).source.text.trimEnd();

describe('generate', () => {
  it('puts the parse clause of the format before the query of the template', () => {
    expect(textOf()).toBe(
      [
        'parse @message "* *" as srcaddr, action',
        '| filter action = "REJECT"',
        '| stats count(*) as rejections by srcaddr',
        '| sort rejections desc',
        '| limit 20',
      ].join('\n'),
    );
  });

  it('uses discovered names without a parse clause when asked', () => {
    expect(textOf(rejects, 'vpc-default', { names: 'discovered' })).toMatch(
      /^filter action = "REJECT"\n\| stats count\(\*\) as rejections by srcAddr\n/,
    );
  });

  it('refuses discovered names where the service discovers none', () => {
    expect(() => textOf(talkers, 'tgw-default', { names: 'discovered' })).toThrow(
      '--names discovered is for VPC flow logs',
    );
  });

  it('names what the format lacks and the templates that would work', () => {
    expect(() => textOf(rejects, '${srcaddr} ${bytes}', { others: () => [rejects, talkers] })).toThrow(
      'Template "rejects" needs the field action, which the format lacks. Templates that work with it: sample.',
    );
  });

  it('takes the first of several fields that the format has', () => {
    const zones = makeTemplate('stats count(*) by {{field "az-id|tgw-src-az-id"}}', { needs: ['az-id|tgw-src-az-id'] });
    expect(textOf(zones, '${az-id}')).toContain('by az_id');
    expect(textOf(zones, '${tgw-src-az-id}')).toContain('by tgw_src_az_id');
    expect(() => textOf(zones, '${bytes}')).toThrow('needs the field az-id or tgw-src-az-id, which the format lacks.');
  });

  it('makes a placeholder of CloudWatch out of an escaped one', () => {
    const open = makeTemplate('filter {{field "srcaddr"}} = \\{{address}} | limit \\{{rows}}');
    expect(textOf(open, '${srcaddr}')).toMatch(/\| filter srcaddr = \{\{address\}\}\n\| limit \{\{rows\}\}$/);
  });

  it('keeps the comments of a template', () => {
    expect(textOf(makeTemplate('# busiest first\nsort bytes desc'), '${bytes}')).toContain('# busiest first\n');
  });

  it('answers a tree whose spans point into the text', () => {
    const { source, query } = generate(rejects, { format: formatOf('${srcaddr} ${action}') });
    const filter = query.commands[1]!;
    expect(source.text.slice(filter.span.start, filter.span.end)).toBe('filter action = "REJECT"');
  });
});

describe('aggregates and records without traffic', () => {
  it.each([
    ['${srcaddr} ${bytes} ${action} ${log-status}', '| filter log_status = "OK"'],
    ['${srcaddr} ${bytes} ${action}', '| filter action != "-"'],
    ['${srcaddr} ${bytes}', '| filter srcaddr != "-"'],
  ])('leaves them out by the best field of %s', (format, filter) => {
    expect(textOf(talkers, format).split('\n')[1]).toBe(filter);
  });

  it('adds nothing where a filter cannot be passed by them', () => {
    expect(textOf(rejects, '${srcaddr} ${action} ${log-status}')).not.toContain('log_status = ');
  });

  it('adds the filter where an alternative could be passed by them', () => {
    const either = makeTemplate('filter {{field "action"}} = "REJECT" or {{field "bytes"}} != 0 | stats count(*)');
    expect(textOf(either, '${bytes} ${action} ${log-status}')).toContain('| filter log_status = "OK"');
  });

  it('leaves tables of records alone', () => {
    expect(textOf(records, '${srcaddr} ${log-status}')).toBe(
      'parse @message "* *" as srcaddr, log_status\n| fields srcaddr, log_status\n| limit 100',
    );
  });
});

describe('flags that add a filter', () => {
  it.each<[string, Partial<GenerateOptions>, string]>([
    ['--ingress', { ingress: true }, '| filter flow_direction = "ingress"'],
    ['--egress', { egress: true }, '| filter flow_direction = "egress"'],
    ['a prefix', { exclude: ['srcaddr=162.142.125.'] }, String.raw`| filter srcaddr not like /^162\.142\.125\./`],
    ['a range', { exclude: ['srcaddr=10.0.0.0/8'] }, '| filter not isIpInSubnet(srcaddr, "10.0.0.0/8")'],
    [
      'a condition',
      { where: ['srcaddr = "10.0.0.1" or action = "x"'] },
      '| filter srcaddr = "10.0.0.1" or action = "x"',
    ],
  ])('%s, before the first stats', (_, options, filter) => {
    const lines = textOf(rejects, '${srcaddr} ${action} ${flow-direction}', options).split('\n');
    expect(lines[2]).toBe(filter);
    expect(lines[3]).toMatch(/^\| stats/);
  });

  it.each(['`flow-direction`', 'flow_direction', 'flowDirection'])('understand %s', (spelling) => {
    expect(textOf(rejects, '${srcaddr} ${action} ${flow-direction}', { where: [`${spelling} = "egress"`] })).toContain(
      '| filter flow_direction = "egress"',
    );
  });

  it('refuse a direction where the format has none', () => {
    expect(() => textOf(rejects, '${srcaddr} ${action}', { ingress: true })).toThrow(
      '--ingress needs the field "flow-direction", which the format lacks.',
    );
  });

  it.each([
    ['x = 1', 'The log format has no field "x".'],
    ['srcadr = "1"', 'The log format has no field "srcadr". Did you mean "srcaddr"?'],
    ['srcaddr = "1" | limit 1', '--where takes one condition, no further stages.'],
  ])('refuse --where %s', (where, message) => {
    expect(() => textOf(rejects, '${srcaddr} ${action}', { where: [where] })).toThrow(message);
  });

  it('report an unfinished condition once', () => {
    try {
      textOf(rejects, '${srcaddr} ${action}', { where: ['srcaddr = '] });
      expect.fail('it was accepted');
    } catch (error) {
      expect(error).toMatchObject({ diagnostics: [{ code: 'syntax' }] });
      expect((error as QueryError).diagnostics).toHaveLength(1);
    }
  });

  it('report a mistake in a condition at its place', () => {
    try {
      textOf(rejects, '${srcaddr} ${action}', { where: ['srcaddr = "1" and actoin = 2'] });
      expect.fail('it was accepted');
    } catch (error) {
      expect(error).toMatchObject({ source: { name: '--where' }, diagnostics: [{ span: { start: 18, end: 24 } }] });
    }
  });

  it.each(['srcaddr', '=10.', 'srcaddr=', 'srcaddr=10.0.0.0/40', 'nosuch=1'])('refuse --exclude %s', (exclude) => {
    expect(() => textOf(rejects, '${srcaddr} ${action}', { exclude: [exclude] })).toThrow(/--exclude/);
  });
});

describe('--by', () => {
  const format = '${srcaddr} ${dstaddr} ${action} ${flow-direction} ${start} ${bytes}';

  it('replaces the group list, whichever way fields are spelled', () => {
    expect(textOf(rejects, format, { by: ['flow-direction', 'dstaddr', 'bin(1h)'] })).toContain(
      '| stats count(*) as rejections by flow_direction, dstaddr, bin(1h)',
    );
  });

  it('takes expressions on fields, whichever way these are spelled, and system fields', () => {
    const by = ['tolower(flowDirection) as direction', '@logStream', 'bin(1h)'];
    expect(textOf(rejects, format, { by })).toContain('by tolower(flow_direction) as direction, @logStream, bin(1h)');
  });

  it.each<[string, string, readonly string[], string]>([
    ['what is no group', 'stats count(*)', ['bin('], 'or expressions such as bin(5m), not "bin("'],
    ['a mistyped field', 'stats count(*)', ['flow-directoin'], 'Did you mean "flow-direction"?'],
    ['a further stage', 'stats count(*)', ['dstaddr | limit 1'], 'or expressions such as bin(5m)'],
    ['an expression on a field that the format lacks', 'stats count(*)', ['tolower(x)'], '--by names the field "x"'],
    ['a query without stats', 'fields {{columns}}', ['dstaddr'], 'it has no stats'],
    ['two stats', 'stats count(*) as c by {{field "srcaddr"}} | stats max(c)', ['dstaddr'], '2 stats commands'],
    ['a field that the format lacks', 'stats count(*)', ['dstadr'], 'Did you mean "dstaddr"?'],
    ['one name twice', 'stats count(*) as bytes', ['bytes'], 'two columns the name "bytes"'],
    [
      'a group that is used later',
      'stats count(*) by bin(5m) as t | sort t asc',
      ['dstaddr'],
      'a later stage uses "t"',
    ],
  ])('is refused for %s', (_, body, by, message) => {
    expect(() => textOf(makeTemplate(body), format, { by })).toThrow(message);
  });
});

describe('--limit', () => {
  it('replaces the last limit', () => {
    expect(textOf(rejects, '${srcaddr} ${action}', { limit: 5 })).toMatch(/\| sort rejections desc\n\| limit 5$/);
  });

  it('is added where there is none', () => {
    expect(textOf(talkers, '${srcaddr} ${bytes}', { limit: 5 })).toMatch(/\| sort total desc\n\| limit 5$/);
  });

  it.each([0, -1, 1.5, 100_001, Number.NaN])('refuses %s', (limit) => {
    expect(() => textOf(rejects, '${srcaddr} ${action}', { limit })).toThrow(
      '--limit takes a whole number from 1 to 100,000',
    );
  });
});

describe('values', () => {
  const parameter = (type: TemplateParameter['type'], more: Partial<TemplateParameter> = {}) => ({
    parameters: [{ name: 'v', type, description: 'a value', ...more }],
  });
  const literalOf = (body: string, type: TemplateParameter['type'], value: string) => {
    const { query } = generate(makeTemplate(body, parameter(type)), {
      format: formatOf('${srcaddr}'),
      set: { v: value },
    });
    const found: unknown[] = [];
    query.commands.slice(1).forEach((command) =>
      visit(command, {
        StringLiteral: (node) => void found.push(node.value),
        RegexLiteral: (node) => void found.push(node.pattern),
      }),
    );
    return { found, stages: query.commands.length };
  };

  it('stay values when they look like a query', () => {
    expect(literalOf('filter {{field "srcaddr"}} = {{str v}}', 'string', 'x" | limit 1 #')).toEqual({
      found: ['x" | limit 1 #'],
      stages: 2,
    });
  });

  it('stay values, any text as a string', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (value) => {
        const { found, stages } = literalOf('filter {{field "srcaddr"}} = {{str v}}', 'string', value);
        expect(found).toEqual([value]);
        expect(stages).toBe(2);
      }),
    );
  });

  it('stay values, any text in a regex', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]+$/), (value) => {
        const { found, stages } = literalOf('filter {{field "srcaddr"}} like /^{{regex v}}/', 'string', value);
        expect(stages).toBe(2);
        expect(new RegExp(found[0] as string).test(value)).toBe(true);
      }),
    );
  });
});
