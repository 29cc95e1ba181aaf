import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { catalogue } from '../../src/formats/catalogue.ts';
import { snakeName } from '../../src/formats/names.ts';
import { generate } from '../../src/generate/generate.ts';
import { alternatives, missingFields } from '../../src/generate/template.ts';
import { lint } from '../../src/lint/lint.ts';
import { visit } from '../../src/language/visitor.ts';
import { print } from '../../src/language/print.ts';
import { runCli } from '../support/run-cli.ts';
import { casesOf, shipped } from '../support/template-cases.ts';

const flowFormats = catalogue.filter(({ format }) => format.family === 'vpc-flow' || format.family === 'tgw-flow');

describe.each(shipped.templates().map((template) => [template.name, template] as const))(
  'template %s',
  (name, template) => {
    const cases = casesOf(name);
    const formats = flowFormats.filter(({ format }) => missingFields(template, format).length === 0);

    it('has cases, a description and examples', () => {
      expect(cases.length).toBeGreaterThan(0);
      expect(template.description).toMatch(/\.$/);
      expect(template.examples.length).toBeGreaterThan(0);
    });

    it('works for a format of the catalogue, in canonical layout', () => {
      expect(formats.length).toBeGreaterThan(0);
      for (const { format } of formats) {
        for (const { flags } of cases) {
          const { source, query } = generate(template, { format, ...flags });
          expect(print(query)).toBe(source.text);
        }
      }
    });

    it('leaves nothing to complain of', () => {
      const usual = ['vpc-default', 'vpc-v5', 'vpc-all', 'tgw-default'];
      for (const { format } of formats.filter((entry) => usual.includes(entry.name))) {
        const { source, query } = generate(template, { format, ...cases[0]!.flags });
        expect(lint(query, { source, format })).toEqual([]);
      }
    });

    it('uses no field that is not there', () => {
      for (const { format } of formats) {
        const { query } = generate(template, { format, ...cases[0]!.flags });
        for (const { command, input } of analyze(query, { format, fields: [], isOpen: false }).stages) {
          if (command.kind === 'ParseCommand') continue;
          visit(command, { Field: (field) => void expect([...input.fields.keys()]).toContain(field.name) });
        }
      }
    });

    it('names in its needs every field without which it cannot be made', () => {
      const widest = formats.reduce((left, right) =>
        left.format.fields.length >= right.format.fields.length ? left : right,
      );
      const { format } = widest;
      const { query } = generate(template, { format, ...cases[0]!.flags });
      const used = new Set<string>();
      query.commands.slice(1).forEach((command) => visit(command, { Field: (field) => void used.add(field.name) }));
      for (const need of template.needs) {
        expect(alternatives(need).some((field) => used.has(snakeName({ name: field })))).toBe(true);
      }
    });

    it('takes the flags that work on every template', () => {
      const { format } = flowFormats.find((entry) => entry.name === 'vpc-all')!;
      const flags = { where: ['bytes > 1'], egress: true, exclude: ['srcaddr=192.0.2.'], limit: 7 };
      const { text } = generate(template, { format, ...cases[0]!.flags, ...flags }).source;
      const added = [
        '| filter bytes > 1',
        '| filter flow_direction = "egress"',
        String.raw`| filter srcaddr not like /^192\.0\.2\./`,
      ].join('\n');
      expect(text).toContain(`${added}\n| `);
      expect(text.indexOf(added)).toBeLessThan(text.search(/\| (stats|fields|limit)/));
      expect(text).toMatch(/\| limit 7$/);
    });

    const texts = template.parameters.filter(({ type, list }) => type === 'string' && !list);
    it.each(texts.map((parameter) => [parameter.name]))(
      'takes any text as the value of %s, and nothing else',
      (parameter) => {
        const { format } = formats.at(-1)!;
        const stagesOf = (value: string) => {
          const { query } = generate(template, { format, set: { ...cases[0]!.flags?.set, [parameter]: value } });
          const found: string[] = [];
          query.commands.forEach((command) => visit(command, { StringLiteral: (node) => void found.push(node.value) }));
          return { kinds: query.commands.map(({ kind }) => kind), found };
        };
        const { kinds } = stagesOf('x');
        fc.assert(
          fc.property(fc.oneof(fc.string({ minLength: 1 }), fc.constant('x" | limit 1 #')), (value) => {
            const made = stagesOf(value);
            expect(made.kinds).toEqual(kinds);
            expect(made.found).toContain(value);
          }),
        );
      },
    );

    it.each(template.examples.map((example) => [example]))('runs its example: %s', async (example) => {
      const words = (example.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'|'$/g, ''));
      expect(words.slice(0, 3)).toEqual(['flowq', 'generate', name]);
      expect(await runCli(words.slice(1))).toMatchObject({ code: 0, stderr: '' });
    });
  },
);
