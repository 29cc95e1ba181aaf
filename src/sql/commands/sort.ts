import type { CompileCommand } from '../command.ts';
import { compileExpression } from '../expression.ts';
import { scopeOf } from '../flow.ts';
import { orderKeys } from '../order.ts';
import { notSupported } from '../refusal.ts';

export const sort: CompileCommand<'SortCommand'> = ({ keys }, flow) => {
  const wanted = keys.flatMap((key) => {
    const by = compileExpression(key.expression, scopeOf(flow));
    if (by.type === 'json') throw notSupported(key.span, 'Sorting by a map or list');
    return orderKeys(by, key.direction ?? 'asc', flow.pipeline);
  });
  // Rows that are equal keep the order they were sorted in before; the default order gives way.
  flow.order = [...wanted, ...(flow.isSorted ? flow.order : flow.ties)];
  flow.isSorted = true;
};
