import type { Parameter } from '../../functions/definition.ts';
import { findFunction } from '../../functions/table.ts';
import type { Expression } from '../../language/ast.ts';
import { typeOf } from '../../analysis/type-of.ts';
import type { Scope } from '../../analysis/analysis.ts';
import { definitionOf } from '../definitions.ts';
import type { Rule } from '../rule.ts';

export const argumentType: Rule = {
  code: 'argument-type',
  severity: 'error',
  summary: 'An argument must be of a type that the function can use.',
  explanation:
    'Text that looks like a number is a number where one is needed, and numbers are text where text is needed. ' +
    'What can never be converted makes the result missing on every row, or the query is refused.',
  examples: [
    { wrong: 'stats count(*) by bin("5m")', right: 'stats count(*) by bin(5m)' },
    { wrong: 'stats count(*) by bin(5)', right: 'stats count(*) by bin(5m)' },
    { wrong: 'fields abs("many") as n | limit 20', right: 'fields abs(-1) as n | limit 20' },
  ],
  create: (context) => ({
    Call({ name, args, star }, ancestors) {
      const definition = findFunction(name.text);
      if (!definition || star) return;
      const scope = context.scopeOf(ancestors);
      for (const [index, argument] of args.entries()) {
        const parameter = definition.params[index] ?? definition.params.at(-1);
        const wrong = parameter && whatIsWrong(parameter, argument, scope);
        if (wrong === undefined) continue;
        context.report(argument, `"${name.text}" takes ${wrong.takes} here, not ${wrong.given}.`, {
          help: wrong.help,
          ...(wrong.isMissing && { severity: 'warning' }),
        });
      }
    },
  }),
};

interface Mismatch {
  readonly takes: string;
  readonly given: string;
  readonly help: string;
  /** The service takes it, and the result is missing on every row. */
  readonly isMissing?: boolean;
}

function whatIsWrong({ type }: Parameter, argument: Expression, scope: Scope): Mismatch | undefined {
  if (argument.kind === 'Placeholder') return undefined;
  if (type === 'duration') return durationMismatch(argument);
  if (argument.kind === 'DurationLiteral') {
    return {
      takes: 'a value',
      given: `the duration ${argument.raw}`,
      help: 'Durations belong in bin(), datefloor() and the like.',
    };
  }
  if (type === 'number') return numberMismatch(argument, scope);
  if (type === 'string' && isCollection(argument, scope)) {
    return {
      takes: 'text',
      given: 'a list or a map',
      help: 'Turn it into text with jsonStringify().',
      isMissing: true,
    };
  }
  return undefined;
}

function durationMismatch(argument: Expression): Mismatch | undefined {
  const example = 'Write a duration such as 5m or 1h, without quotes.';
  switch (argument.kind) {
    case 'NumberLiteral':
      return { takes: 'a duration', given: `the bare number ${argument.raw}`, help: example };
    case 'StringLiteral':
      return { takes: 'a duration', given: `the text "${argument.value}"`, help: example };
    default:
      return undefined;
  }
}

function numberMismatch(argument: Expression, scope: Scope): Mismatch | undefined {
  if (argument.kind === 'StringLiteral' && !/^\s*[-+]?[\d.]/.test(argument.value) && !argument.value.includes('{{')) {
    return {
      takes: 'a number',
      given: `the text "${argument.value}"`,
      help: 'Give a number, or a field that holds one.',
    };
  }
  if (definitionOf(argument, scope)?.kind === 'address') {
    return {
      takes: 'a number',
      given: 'an address',
      help: 'An address has no numeric value; ipv4ToNumber() makes one.',
      isMissing: true,
    };
  }
  if (!isCollection(argument, scope)) return undefined;
  return {
    takes: 'a number',
    given: 'a list or a map',
    help: 'Take one element of it, such as list[0] or map.key.',
    isMissing: true,
  };
}

function isCollection(argument: Expression, scope: Scope): boolean {
  const type = typeOf(argument, scope);
  return type === 'list' || type === 'map';
}
