import type { CompileCommand } from '../command.ts';
import { endMatching, lookUp } from '../flow.ts';
import { fieldOf } from '../names.ts';
import { column } from '../value.ts';
import { becomeGroups } from './stats.ts';

/** How often each combination of fields comes, most frequent first; exact here. */
export const countFrequent: CompileCommand<'CountFrequentCommand'> = ({ fields }, flow) => {
  const { pipeline } = flow;
  const groups = fields.map((field) => {
    const { name } = fieldOf(field);
    return { name, key: pipeline.columnFor(lookUp(flow, fieldOf(field)), name) };
  });
  endMatching(flow);
  const keys = groups.map(({ key }) => key.sql).join(', ');
  const count = pipeline.fresh('count');
  pipeline.stage({ select: `${keys}, CAST(count(*) AS DOUBLE) AS ${count}`, tail: `GROUP BY ${keys}` });
  becomeGroups(flow);
  for (const { name, key } of groups) flow.fields.set(name, key);
  flow.fields.set('_approxcount', column(count, 'number', pipeline.depth()));
  flow.ties = groups.map(({ key }) => ({ sql: key.sql, direction: 'asc' }));
  flow.order = [{ sql: count, direction: 'desc' }, ...flow.ties];
  flow.isSorted = true;
};
