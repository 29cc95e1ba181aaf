import type { AppendcolsCommand } from '../../language/command-nodes.ts';
import type { CompileCommand } from '../command.ts';
import { endMatching } from '../flow.ts';
import { orderBy } from '../order.ts';
import { column, sql, value } from '../value.ts';

/** The columns of a subquery beside the rows, row by row in the order of each. */
export const appendcols: CompileCommand<'AppendcolsCommand'> = (command, flow) => {
  const { pipeline } = flow;
  const max = optionOf(command, 'max');
  const inner = flow.inner(command.subquery);
  const columns = inner.columns.map(({ name, value: from }) => ({
    name,
    column: inner.flow.pipeline.columnFor(from, name),
  }));
  const place = (order: string) => value('number', sql`row_number() OVER (${order})`);
  const theirPlace = inner.flow.pipeline.columnFor(place(orderBy(inner.flow.order)), 'place');
  endMatching(flow);
  const ourPlace = pipeline.columnFor(place(orderBy(flow.order)), 'place');
  const theirs = inner.finish();
  const from = pipeline.stage();
  const most = typeof max === 'number' ? max : 10_000;
  pipeline.stage({
    select: [`${from}.*`, ...columns.map((each) => `${theirs}.${each.column.sql}`)].join(', '),
    from: `${from} LEFT JOIN ${theirs} ON ${from}.${ourPlace.sql} = ${theirs}.${theirPlace.sql} AND ${ourPlace.sql} <= ${most}`,
  });
  const overrides = optionOf(command, 'override') === true;
  for (const { name, column: made } of columns) {
    if (flow.fields.has(name) && !overrides) continue;
    flow.fields.set(name, column(made.sql, made.type, pipeline.depth()));
  }
};

function optionOf({ options }: AppendcolsCommand, name: string): number | boolean | undefined {
  const given = options.find((option) => option.name.text.toLowerCase() === name)?.value;
  return given?.kind === 'BooleanLiteral' || given?.kind === 'NumberLiteral' ? given.value : undefined;
}
