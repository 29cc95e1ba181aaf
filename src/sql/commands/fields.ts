import { columnNameOf } from '../../language/column-name.ts';
import type { Item } from '../../language/command-nodes.ts';
import type { CompileCommand } from '../command.ts';
import { compileExpression, unfilled } from '../expression.ts';
import { scopeOf, type Flow } from '../flow.ts';
import type { SqlValue } from '../value.ts';

export const fields: CompileCommand<'FieldsCommand'> = ({ items }, flow) => defineItems(items, flow);

export const display: CompileCommand<'DisplayCommand'> = ({ items }, flow) => defineItems(items, flow);

/** Makes each entry a field; an entry may use those before it. */
export function defineItems(items: readonly Item[], flow: Flow): void {
  const { inside } = flow;
  const made = new Set<string>();
  // A path into a map that the same command makes gives nothing on the service; one that it only shows is another matter.
  flow.inside = (name) => !made.has(name) && inside(name);
  for (const item of items) {
    if (item.alias?.kind === 'Placeholder') throw unfilled(item.alias.span);
    const name = columnNameOf(item);
    const computed = compileExpression(item.expression, scopeOf(flow));
    const isPlain = item.expression.kind === 'Field';
    flow.fields.set(name, isPlain ? computed : withJson(flow.pipeline.bind(computed, name), computed));
    if (!isPlain || item.alias) made.add(name);
  }
  flow.inside = inside;
}

function withJson(bound: SqlValue, { json }: SqlValue): SqlValue {
  return json === undefined ? bound : { ...bound, json };
}
