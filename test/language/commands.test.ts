import { describe, expect, it } from 'vitest';
import { commandNames, commands, findCommand } from '../../src/language/commands.ts';
import { parse } from '../../src/language/parse.ts';
import { print } from '../../src/language/print.ts';

const examples = commands.flatMap(({ kind, examples: texts }) => texts.map((text) => ({ kind, text })));

describe('commands', () => {
  it.each(examples)('$text is read as $kind and printed as it stands', ({ kind, text }) => {
    const { query, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    expect(query.commands.map((command) => command.kind)).toEqual([kind]);
    expect(print(query)).toBe(text);
  });

  it('each has an example', () => {
    expect(commands.filter((command) => command.examples.length === 0)).toEqual([]);
  });

  it('are found under every name, in any case', () => {
    expect(findCommand('FILTERINDEX')?.kind).toBe('FilterIndexCommand');
    expect(commandNames.filter((name) => findCommand(name.toUpperCase()) === undefined)).toEqual([]);
  });

  it('have one definition for each kind of node', () => {
    expect(new Set(commands.map(({ kind }) => kind)).size).toBe(commands.length);
  });
});
