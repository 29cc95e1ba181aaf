import type { Scope } from '../analysis/analysis.ts';
import { findField } from '../analysis/scope.ts';
import type { FieldDefinition } from '../formats/format.ts';
import type { Expression } from '../language/ast.ts';

/** What the log format says about a field, where the value is the format's own. */
export function definitionOf(expression: Expression, scope: Scope): FieldDefinition | undefined {
  return expression.kind === 'Field' ? findField(scope, expression.name)?.definition : undefined;
}

/** The field holds IP addresses: the format says so, or, where no format is known, its name does. */
export function holdsAddresses(expression: Expression, scope: Scope): boolean {
  if (expression.kind !== 'Field') return false;
  const definition = definitionOf(expression, scope);
  if (definition) return definition.kind === 'address';
  return (
    /(?:^|[a-z_.-])(?:addr|address|ip)$/i.test(expression.name) && !/cidr|mac|mail|street|zip/i.test(expression.name)
  );
}
