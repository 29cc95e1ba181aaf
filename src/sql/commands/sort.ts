import type { Expression } from '../../language/ast.ts';
import type { CompileCommand } from '../command.ts';
import { compileExpression } from '../expression.ts';
import { scopeOf, type Flow } from '../flow.ts';
import { orderKeys } from '../order.ts';
import { notSupported } from '../refusal.ts';
import type { SqlValue } from '../value.ts';

export const sort: CompileCommand<'SortCommand'> = ({ keys }, flow) => {
  const sorted = new Set<string>();
  const areEvents = flow.matchedAt === undefined;
  const wanted = keys.flatMap((key) => {
    const by = binOfTime(key.expression, flow) ?? compileExpression(key.expression, scopeOf(flow));
    if (by.type === 'json') throw notSupported(key.span, 'Sorting by a map or list');
    sorted.add(by.sql);
    const isPresent = areEvents && by.isPresent === true;
    return orderKeys({ ...by, isPresent }, key.direction ?? 'asc', flow.pipeline);
  });
  // Rows that are equal keep the order they were sorted in before; the default order gives way.
  const before = flow.isSorted ? flow.order : flow.ties;
  flow.order = [...wanted, ...before.filter(({ sql }) => !sorted.has(sql))];
  flow.isSorted = true;
};

/** Behind `stats … by bin(5m)`, `sort @timestamp` sorts by the period: a sample of the manual does so. */
function binOfTime(by: Expression, { bin, events, fields }: Flow): SqlValue | undefined {
  if (events || by.kind !== 'Field' || by.name !== '@timestamp' || fields.has('@timestamp')) return undefined;
  return bin && fields.get(bin.name);
}
