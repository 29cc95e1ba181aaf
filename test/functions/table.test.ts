import { describe, expect, it } from 'vitest';
import { findFunction, functionNames, functions } from '../../src/functions/table.ts';
import { parse } from '../../src/language/parse.ts';

describe('the function table', () => {
  it('finds a function under each of its names, in any case', () => {
    expect(findFunction('COUNT_DISTINCT')?.name).toBe('countDistinct');
    expect(findFunction('isvalidipv4')?.name).toBe('isValidIpV4');
    expect(findFunction('median')).toBeUndefined();
  });

  it('gives no name to two functions', () => {
    const names = functionNames.map((name) => name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has optional and further arguments last', () => {
    const wrong = functions.filter(({ params }) =>
      params.some(
        (parameter, index) =>
          (parameter.rest === true && index < params.length - 1) ||
          (parameter.optional !== true && params[index - 1]?.optional === true),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it.each(functions.flatMap(({ examples }) => examples.map(({ query }) => query)))(
    'the example %s is read',
    (query) => {
      expect(parse(`fields ${query} as result`).diagnostics).toEqual([]);
    },
  );
});
