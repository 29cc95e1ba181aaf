import type { FunctionDefinition, Parameter, ValueType } from '../functions/definition.ts';
import { findFunction, functionNames } from '../functions/table.ts';
import type { Call, Expression } from '../language/ast.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { toBoolean, toNumber, toText, toTimestamp } from './coerce.ts';
import { compileCondition, compileExpression, type ExpressionScope } from './expression.ts';
import { invalid, notSupported } from './refusal.ts';
import { specialFunctions } from './special-functions.ts';
import { join, missing, value, type Fragment, type SqlType, type SqlValue } from './value.ts';

/** A call of a function as SQL: the text of its row with the arguments in its slots. */
export function callFunction(call: Call, scope: ExpressionScope): SqlValue {
  const definition = functionOf(call);
  if (definition.kind === 'aggregate') {
    throw invalid(call.span, 'misplaced-aggregate', `"${call.name.text}" counts over rows: it belongs in stats.`);
  }
  const special = specialFunctions[definition.name];
  if (special) return special(call, scope);
  return fillRow(call, scope);
}

/** A call by the SQL of its row alone. */
export function fillRow(call: Call, scope: ExpressionScope): SqlValue {
  const definition = functionOf(call);
  if (definition.sql.duckdb === undefined) throw notSupported(call.span, `The function "${call.name.text}"`);
  return value(sqlTypeOf(definition.returns), fillSlots(definition, call, scope, definition.sql.duckdb));
}

/** The row of a called function, with the number of its arguments checked. */
export function functionOf(call: Call): FunctionDefinition {
  const { name, args, star } = call;
  const definition = findFunction(name.text);
  if (!definition) {
    throw invalid(
      name.span,
      'unknown-function',
      `Unknown function "${name.text}".${didYouMean(name.text, functionNames)}`,
    );
  }
  const needed = definition.params.filter((parameter) => !parameter.optional && !parameter.rest).length;
  const most = definition.params.some((parameter) => parameter.rest) ? Infinity : definition.params.length;
  if (!star && (args.length < needed || args.length > most)) {
    throw invalid(
      call.span,
      'wrong-argument-count',
      `"${name.text}" takes ${most === needed ? needed : most === Infinity ? `at least ${needed}` : `${needed} to ${most}`} arguments, not ${args.length}.`,
    );
  }
  return definition;
}

/**
 * Puts each argument into the slots of its parameter, as SQL of the parameter's type; `{value:text}` and `{value:number}`
 * ask for another one where the parameter takes anything.
 */
export function fillSlots(
  { params }: FunctionDefinition,
  call: Call,
  scope: ExpressionScope,
  template: string,
): Fragment {
  const given = new Map(
    params.map((parameter, index) => [parameter.name, argumentsFor(parameter, index, call, scope)]),
  );
  const mentions = (name: string): number => template.split(new RegExp(`\\{${name}(?::\\w+)?\\}`)).length - 1;
  const cheap = new Map(
    [...given].map(([name, values]) => [
      name,
      mentions(name) > 1 ? values.map((each) => scope.bind(each, name)) : values,
    ]),
  );
  let depth = 0;
  const text = template.replace(/\{(\w+)(?::(text|number))?\}/g, (slot, name: string, wanted?: string) => {
    const values = cheap.get(name);
    if (!values) return slot;
    const coerced = values.map((each) =>
      wanted === 'text' ? toText(each) : wanted === 'number' ? toNumber(each) : each,
    );
    const fragment = join(coerced, ', ');
    depth = Math.max(depth, fragment.depth);
    return fragment.sql;
  });
  return { sql: `(${text})`, depth };
}

function argumentsFor(parameter: Parameter, index: number, call: Call, scope: ExpressionScope): SqlValue[] {
  const args = parameter.rest ? call.args.slice(index) : call.args.slice(index, index + 1);
  if (args.length === 0) return [missing(sqlTypeOf(plainType(parameter)))];
  return args.map((argument) => argumentFor(parameter, argument, scope));
}

function argumentFor(parameter: Parameter, argument: Expression, scope: ExpressionScope): SqlValue {
  if (parameter.type === 'condition') return compileCondition(argument, scope);
  const given = scope.bind(compileExpression(argument, scope), parameter.name);
  switch (parameter.type) {
    case 'number':
      return toNumber(given);
    case 'string':
      return toText(given);
    case 'boolean':
      return toBoolean(given);
    case 'timestamp':
      return toTimestamp(given);
    case 'list':
    case 'map':
      return asJson(given);
    default:
      return given;
  }
}

/** A map or list as JSON text; what is none is missing. */
function asJson(given: SqlValue): SqlValue {
  if (given.type === 'json') return given;
  return given.json ? { ...missing('json'), ...given.json } : given.type === 'text' ? given : missing('json');
}

function plainType({ type }: Parameter): ValueType {
  return type === 'condition' ? 'boolean' : type === 'duration' ? 'number' : type;
}

/** How values of a type of the language are held. */
export function sqlTypeOf(type: FunctionDefinition['returns']): SqlType {
  switch (type) {
    case 'number':
    case 'boolean':
    case 'timestamp':
      return type;
    case 'list':
    case 'map':
      return 'json';
    default:
      return 'text';
  }
}
