import type { CompileCommand } from '../command.ts';
import { unfilled } from '../expression.ts';
import { endMatching } from '../flow.ts';
import { orderBy } from '../order.ts';

export const limit: CompileCommand<'LimitCommand'> = ({ keyword, any, count }, flow) => {
  if (count.kind === 'Placeholder') throw unfilled(count.span);
  endMatching(flow);
  const order =
    keyword === 'tail' ? flow.order.map((key) => ({ ...key, direction: opposite(key.direction) })) : flow.order;
  flow.pipeline.stage({ tail: `${any ? '' : orderBy(order)} LIMIT ${Math.trunc(count.value)}` });
};

function opposite(direction: 'asc' | 'desc'): 'asc' | 'desc' {
  return direction === 'asc' ? 'desc' : 'asc';
}
