import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/formats/catalogue.ts';
import type { LogFormat } from '../../src/formats/format.ts';
import { parseClause } from '../../src/generate/parse-clause.ts';
import { query as queryOf } from '../../src/language/build.ts';
import { parse } from '../../src/language/parse.ts';
import { print } from '../../src/language/print.ts';
import { formatOf } from '../support/format.ts';

const clauseText = (format: LogFormat, names: 'snake' | 'camel' = 'snake') =>
  print(queryOf(parseClause(format, names)));

/** A format of made-up fields with this text around and between them. */
const withSeparators = (separators: readonly string[]): LogFormat => ({
  family: 'unknown',
  fields: separators.slice(1).map((_, index) => ({ name: `f${index}` })),
  separators,
});

describe('the parse clause', () => {
  it('has one star and one name per field', () => {
    expect(clauseText(formatOf('${srcaddr} ${flow-direction} ${bytes}'))).toBe(
      'parse @message "* * *" as srcaddr, flow_direction, bytes',
    );
  });

  it('can use the names that the console discovers', () => {
    expect(clauseText(formatOf('${srcaddr} ${flow-direction}'), 'camel')).toBe(
      'parse @message "* *" as srcAddr, flowDirection',
    );
  });

  it('keeps the literal text between fields', () => {
    expect(clauseText(withSeparators(['[', '] (', ') ', '']))).toBe('parse @message "[*] (*) *" as f0, f1, f2');
  });

  it('chooses the quote that needs no escape', () => {
    expect(clauseText(withSeparators(['"', '" ', '']))).toBe(`parse @message '"*" *' as f0, f1`);
    expect(clauseText(withSeparators(["'", "' ", '']))).toBe(`parse @message "'*' *" as f0, f1`);
  });

  it.each([
    ['a star', ['', ' * ', ''], String.raw`parse @message /^(?<f0>.*?) \* (?<f1>.*)/`],
    ['a backslash', ['', ' \\ ', ''], String.raw`parse @message /^(?<f0>.*?) \\ (?<f1>.*)/`],
    ['both quotes', [`"`, `' `, ''], `parse @message /"(?<f0>.*?)' (?<f1>.*)/`],
  ])('becomes a regex where the literal text holds %s', (_, separators, text) => {
    expect(clauseText(withSeparators(separators))).toBe(text);
  });

  it('never puts a pipe inside a long list', () => {
    const text = clauseText(formatOf('vpc-all'));
    expect(text.split('\n').length).toBeGreaterThan(3);
    expect(text).not.toContain('|');
  });

  it.each(catalogue.map((entry) => [entry.name, entry.format] as const))(
    'of %s has as many stars as names',
    (_, format) => {
      const { query, diagnostics } = parse(clauseText(format));
      expect(diagnostics).toEqual([]);
      const [command] = query.commands;
      const mode = command?.kind === 'ParseCommand' ? command.mode : undefined;
      if (mode?.kind === 'ParseGlob' && mode.pattern.kind === 'StringLiteral') {
        expect(mode.pattern.value.split('*').length - 1).toBe(format.fields.length);
        expect(mode.names.length).toBe(format.fields.length);
      } else {
        const pattern = mode?.kind === 'ParseRegex' ? mode.pattern.pattern : '';
        expect(pattern.match(/\(\?</g)?.length).toBe(format.fields.length);
      }
    },
  );

  it('refuses two fields that would get one name, and shows both', () => {
    const format = { ...withSeparators(['', ' ', '']), fields: [{ name: 'a-b' }, { name: 'a_b' }] };
    expect(() => parseClause(format)).toThrow(/"a-b" and "a_b"/);
  });

  it('says the literal text of any format, and reads back', () => {
    const literal = fc.stringMatching(/^[ -~]{1,6}$/).filter((text) => !text.includes('{{'));
    fc.assert(
      fc.property(fc.array(literal, { minLength: 1, maxLength: 5 }), literal, (between, end) => {
        const format = withSeparators(['', ...between, end]);
        const { query, diagnostics } = parse(clauseText(format));
        expect(diagnostics).toEqual([]);
        const [command] = query.commands;
        const mode = command?.kind === 'ParseCommand' ? command.mode : undefined;
        if (mode?.kind === 'ParseGlob') {
          expect(mode.pattern).toMatchObject({ value: format.separators.join('*') });
        } else if (mode?.kind === 'ParseRegex') {
          const record = format.separators.map(
            (text, index) => `${text}${index < format.fields.length ? 'é'.repeat(index + 1) : ''}`,
          );
          const groups = new RegExp(mode.pattern.pattern).exec(record.join(''))?.groups;
          expect(groups).toMatchObject(
            Object.fromEntries(format.fields.map(({ name }, index) => [name, 'é'.repeat(index + 1)])),
          );
        } else {
          expect.fail('no parse clause');
        }
      }),
    );
  });
});
