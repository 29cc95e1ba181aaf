import { findField } from '../analysis/scope.ts';
import type { Expression, Field, Node } from '../language/ast.ts';
import { definitionOf } from './definitions.ts';
import { isComparison } from './place.ts';
import type { RuleContext } from './rule.ts';

/** A field node that is most likely a value without its quotes. */
export interface BareValue {
  readonly value: Field;
  /** The log format has this value for the field on the other side. */
  readonly isKnown: boolean;
}

/** What a field node with these ancestors is compared with, where it looks like a value. */
export function bareValueOf(value: Field, ancestors: readonly Node[], context: RuleContext): BareValue | undefined {
  const field = comparedWith(value, ancestors);
  const scope = context.scopeOf(ancestors);
  if (field?.kind !== 'Field' || findField(scope, value.name)) return undefined;
  const values = definitionOf(field, scope)?.values;
  const isKnown = values !== undefined && Object.hasOwn(values, value.name);
  return isKnown || looksLikeValue(value) ? { value, isKnown } : undefined;
}

/** The left side of a comparison or of "in", for what stands on the right. */
function comparedWith(value: Field, ancestors: readonly Node[]): Expression | undefined {
  const parent = ancestors.at(-1);
  if (parent?.kind === 'Binary')
    return isComparison(parent.operator) && parent.right === value ? parent.left : undefined;
  const outer = ancestors.at(-2);
  return parent?.kind === 'List' && outer?.kind === 'In' ? outer.value : undefined;
}

/** All capitals, as levels, states and methods are written; field names hardly ever are. */
function looksLikeValue({ name, segments }: Field): boolean {
  return segments.length === 1 && !segments[0]!.quoted && /^[A-Z][A-Z_]{2,}$/.test(name);
}
