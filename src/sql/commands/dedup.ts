import type { CompileCommand } from '../command.ts';
import { compileExpression } from '../expression.ts';
import { endMatching, scopeOf } from '../flow.ts';
import { orderBy } from '../order.ts';
import { notSupported } from '../refusal.ts';
import { join, sql } from '../value.ts';

/** Keeps the first row of each combination in the current order; rows that lack one of the fields are all kept. */
export const dedup: CompileCommand<'DedupCommand'> = ({ fields }, flow) => {
  const keys = fields.map((field) => {
    const key = compileExpression(field, scopeOf(flow));
    if (key.type === 'json') throw notSupported(field.span, 'dedup by a map or list');
    return flow.pipeline.columnFor(key, field.name);
  });
  endMatching(flow);
  const incomplete = join(
    keys.map((key) => sql`${key} IS NULL`),
    ' OR ',
  );
  const first = sql`row_number() OVER (PARTITION BY ${join(keys, ', ')} ${orderBy(flow.order)}) = 1`;
  flow.pipeline.stage({ tail: `QUALIFY ${incomplete.sql} OR ${first.sql}` });
};
