import { findFunction } from '../../functions/table.ts';
import type { Expression, Node } from '../../language/ast.ts';
import { columnNameOf } from '../../language/column-name.ts';
import { childrenOf } from '../../language/visitor.ts';
import type { DisplayCommand, FieldsCommand, Item } from '../../language/command-nodes.ts';
import type { FieldOrigin, OutputColumn, Scope, ScopeField } from '../analysis.ts';
import { mergeColumns, type Pipeline, unknownField } from '../pipeline.ts';
import { columnOf, findField, withFields } from '../scope.ts';
import { typeOf } from '../type-of.ts';

/** `fields` adds columns; after `display` it only makes fields. */
export function applyFields({ items }: FieldsCommand, pipeline: Pipeline): Pipeline {
  const { scope, columns } = addItems(items, pipeline.scope);
  const { projection } = pipeline;
  if (projection.kind === 'display') return { ...pipeline, scope };
  const before = projection.kind === 'fields' ? projection.columns : [];
  return { ...pipeline, scope, projection: { kind: 'fields', columns: mergeColumns(before, columns) } };
}

/** The last `display` decides the columns. */
export function applyDisplay({ items }: DisplayCommand, pipeline: Pipeline): Pipeline {
  const { scope, columns } = addItems(items, pipeline.scope);
  return { ...pipeline, scope, projection: { kind: 'display', columns: mergeColumns([], columns) } };
}

function addItems(items: readonly Item[], before: Scope): { scope: Scope; columns: OutputColumn[] } {
  const scopes = itemScopes(items, before, 'computed');
  const columns = items.map((item, index) => columnOf(fieldOf(item, scopes[index]!, 'computed')));
  return { scope: scopes.at(-1)!, columns };
}

/**
 * The scope of each item, which may use the aliases of the items before it, and the scope after the last.
 * Items that use none share the scope before the list, so that a long list takes no more than its length.
 */
export function itemScopes(items: readonly Item[], before: Scope, origin: 'computed' | 'aggregate'): Scope[] {
  const made = new Map<string, ScopeField>();
  const scopes = items.map((item) => {
    const scope = usesAny(item.expression, made) ? withFields(before, made.values()) : before;
    if (item.alias !== undefined || item.expression.kind !== 'Field') {
      const field = fieldOf(item, scope, origin);
      made.set(field.name, field);
    }
    return scope;
  });
  return [...scopes, made.size === 0 ? before : withFields(before, made.values())];
}

/** The expression mentions one of the fields, or a part of one. */
function usesAny(expression: Node, fields: ReadonlyMap<string, ScopeField>): boolean {
  if (fields.size === 0) return false;
  if (expression.kind === 'Field' && namesAround(expression.name).some((name) => fields.has(name))) return true;
  return childrenOf(expression).some((child) => usesAny(child, fields));
}

/** `a.b.c`, `a.b` and `a`: what the name may be a part of. */
function namesAround(name: string): string[] {
  const parts = name.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

/** The field that an item makes, or the one it names. */
export function fieldOf(item: Item, scope: Scope, origin: FieldOrigin): ScopeField {
  const name = columnNameOf(item);
  const { expression } = item;
  const same = sameValue(expression, scope);
  if (!item.alias && expression.kind === 'Field' && origin === 'computed') return same ?? unknownField(name);
  return {
    name,
    type: typeOf(expression, scope),
    origin,
    madeAt: item.span,
    ...(same?.definition && { definition: same.definition }),
  };
}

/** The field whose value an expression hands on unchanged: the field itself, or one of its values (`max(f)`). */
function sameValue(expression: Expression, scope: Scope): ScopeField | undefined {
  if (expression.kind === 'Field') return findField(scope, expression.name);
  if (expression.kind !== 'Call' || findFunction(expression.name.text)?.returns !== 'first') return undefined;
  const [first] = expression.args;
  return first ? sameValue(first, scope) : undefined;
}
