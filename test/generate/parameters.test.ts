import { describe, expect, it } from 'vitest';
import { checkParameters } from '../../src/generate/parameters.ts';
import type { TemplateParameter } from '../../src/generate/template.ts';
import { makeTemplate } from '../support/make-template.ts';

const check = (parameter: Partial<TemplateParameter>, given: Record<string, string>) =>
  checkParameters(
    makeTemplate('', { parameters: [{ name: 'v', type: 'string', description: 'a value', ...parameter }] }),
    given,
  );

describe('parameters of a template', () => {
  it.each<[TemplateParameter['type'], string, string]>([
    ['string', 'any text', 'any text'],
    ['number', '-1.50', '-1.50'],
    ['count', '20', '20'],
    ['port', '0443', '443'],
    ['protocol', 'TCP', '6'],
    ['protocol', '17', '17'],
    ['address', '10.0.0.1', '10.0.0.1'],
    ['address', '2001:db8::1', '2001:db8::1'],
    ['cidr', '10.0.0.0/8', '10.0.0.0/8'],
    ['cidr', 'fd00::/8', 'fd00::/8'],
    ['duration', '5m', '5m'],
    ['duration', '1 day', '1 day'],
  ])('of type %s take %s', (type, text, value) => {
    expect(check({ type }, { v: text })).toEqual({ v: value });
  });

  it.each<[TemplateParameter['type'], string]>([
    ['string', ''],
    ['number', '1e6'],
    ['number', '20 | limit 1'],
    ['count', '0'],
    ['count', '-1'],
    ['count', '1.5'],
    ['count', '1000000000'],
    ['port', '65536'],
    ['port', '-1'],
    ['protocol', 'nosuch'],
    ['protocol', '256'],
    ['address', '10.0.0.256'],
    ['address', '10.0.0'],
    ['address', '1:2:3:4:5:6:7'],
    ['address', '1::2::3'],
    ['cidr', '10.0.0.0/33'],
    ['cidr', '10.0.0.0'],
    ['duration', '300s'],
    ['duration', '0m'],
    ['duration', '5 parsecs'],
  ])('of type %s refuse "%s"', (type, text) => {
    expect(() => check({ type }, { v: text })).toThrow(/^".*" is no value for "v": give /);
  });

  it('are refused with an example of what would be right', () => {
    expect(() => check({ type: 'address' }, { v: 'x" | limit 1 #' })).toThrow(
      '"x" | limit 1 #" is no value for "v": give an IPv4 or IPv6 address such as 10.0.0.1 or 2001:db8::1.',
    );
  });

  it('take one of the values of a choice', () => {
    expect(check({ type: 'choice', values: ['a', 'b'] }, { v: 'b' })).toEqual({ v: 'b' });
    expect(() => check({ type: 'choice', values: ['a', 'b'] }, { v: 'c' })).toThrow(
      '"c" is no value for "v": give one of a, b.',
    );
  });

  it('split lists at commas', () => {
    expect(check({ list: true }, { v: 'a, b' })).toEqual({ v: ['a', 'b'] });
    expect(() => check({ list: true }, { v: 'a,,b' })).toThrow('holds an empty one');
  });

  it('fall back to their default', () => {
    expect(check({ default: 'd' }, {})).toEqual({ v: 'd' });
  });

  it('are asked for where they have none', () => {
    expect(() => check({}, {})).toThrow('Template "sample" needs a value for "v" (a value): add --set v=VALUE.');
  });

  it('are asked for all at once', () => {
    const parameters = ['from', 'to'].map((name) => ({ name, type: 'cidr' as const, description: name }));
    expect(() => checkParameters(makeTemplate('', { parameters }), {})).toThrow(
      'needs a value for "from" (from) and "to" (to): add --set from=VALUE --set to=VALUE.',
    );
  });

  it('are refused where the template has no such one', () => {
    expect(() => check({ name: 'port' }, { prot: '1' })).toThrow(
      'has no parameter "prot". Did you mean "port"? It takes port.',
    );
  });
});
