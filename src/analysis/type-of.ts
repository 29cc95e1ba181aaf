import type { ValueType } from '../functions/definition.ts';
import { findFunction } from '../functions/table.ts';
import type { Binary, Call, Expression } from '../language/ast.ts';
import type { Scope } from './analysis.ts';
import { findField } from './scope.ts';

/** The type of an expression's value where the fields of `scope` exist; `any` where it cannot be known. */
export function typeOf(expression: Expression, scope: Scope): ValueType {
  switch (expression.kind) {
    case 'Field':
      return findField(scope, expression.name)?.type ?? 'any';
    case 'StringLiteral':
    case 'RegexLiteral':
      return 'string';
    case 'NumberLiteral':
      return 'number';
    case 'BooleanLiteral':
    case 'Like':
    case 'In':
      return 'boolean';
    case 'List':
      return 'list';
    case 'Call':
      return typeOfCall(expression, scope);
    case 'Unary':
      return expression.operator === 'not' ? 'boolean' : 'number';
    case 'Binary':
      return isArithmetic(expression.operator) ? 'number' : 'boolean';
    case 'DurationLiteral':
    case 'Placeholder':
    case 'Access':
      return 'any';
  }
}

/** `+ - * / % ^`. */
export function isArithmetic(operator: Binary['operator']): boolean {
  return ['+', '-', '*', '/', '%', '^'].includes(operator);
}

function typeOfCall(call: Call, scope: Scope): ValueType {
  const definition = findFunction(call.name.text);
  if (!definition) return 'any';
  const { returns } = definition;
  if (returns === 'first') return call.args[0] ? typeOf(call.args[0], scope) : 'any';
  if (returns !== 'common') return returns;
  return commonType(valueArguments(call).map((argument) => typeOf(argument, scope)));
}

/** The arguments that can become the result: `if` and `case` also take conditions. */
export function valueArguments({ name, args }: Call): readonly Expression[] {
  const word = name.text.toLowerCase();
  if (word === 'if') return args.slice(1);
  if (word !== 'case') return args;
  return args.filter((_, index) => index % 2 === 1 || (index === args.length - 1 && index > 0));
}

function commonType(types: readonly ValueType[]): ValueType {
  const [first, ...others] = types;
  return first !== undefined && others.every((type) => type === first) ? first : 'any';
}
