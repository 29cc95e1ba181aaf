import type { CompileCommand } from '../command.ts';
import { compileExpression } from '../expression.ts';
import { scopeOf } from '../flow.ts';
import { fieldOf } from '../names.ts';
import { orderKeys } from '../order.ts';
import { invalid } from '../refusal.ts';
import { alike } from '../special-functions.ts';
import { column, join, sql, value } from '../value.ts';

/** Rows for the periods between the first and the last that stats found nothing in, for each combination of the other keys. */
export const fillmissing: CompileCommand<'FillmissingCommand'> = ({ fills, span }, flow) => {
  const { pipeline, bin } = flow;
  const time = bin && flow.fields.get(bin.name);
  if (!bin || time?.type !== 'timestamp') {
    throw invalid(
      span,
      'no-period',
      'fillmissing fills the periods of a stats by one bin.',
      'Group by bin(5m) before it.',
    );
  }
  const keys = flow.groupKeys.filter((name) => name !== bin.name).map((name) => flow.fields.get(name)!);
  const found = pipeline.stage({ isMaterialized: true });
  const period = pipeline.fresh('period');
  const others = keys.map((key) => ({ key, name: pipeline.fresh('other') }));
  const series = `(SELECT unnest(generate_series(min(${time.sql}), max(${time.sql}), ${bin.milliseconds})) AS ${period} FROM ${found})`;
  const combinations =
    others.length > 0
      ? ` CROSS JOIN (SELECT DISTINCT ${others.map(({ key, name }) => `${key.sql} AS ${name}`).join(', ')} FROM ${found})`
      : '';
  const same = others.map(({ key, name }) => ` AND ${found}.${key.sql} IS NOT DISTINCT FROM ${name}`).join('');
  pipeline.stage({
    select: `${found}.*, ${[period, ...others.map(({ name }) => name)].join(', ')}`,
    from: `${series}${combinations} LEFT JOIN ${found} ON ${found}.${time.sql} = ${period}${same}`,
  });
  const depth = pipeline.depth();
  const filled = [
    { name: bin.name, key: column(period, 'timestamp', depth) },
    ...others.map(({ key, name }) => ({ name: nameOf(flow.fields, key), key: column(name, key.type, depth) })),
  ];
  for (const { name, key } of filled) flow.fields.set(name, key);
  for (const { value: fill, field } of fills) {
    const { name } = fieldOf(field);
    const before = flow.fields.get(name);
    if (!before) throw invalid(field.span, 'field-not-available', `The field "${name}" does not exist after stats.`);
    const both = alike([before, compileExpression(fill, scopeOf(flow))]);
    flow.fields.set(name, pipeline.columnFor(value(both[0]!.type, sql`coalesce(${join(both, ', ')})`), name));
  }
  flow.order = filled.flatMap(({ key }) => orderKeys(key, 'asc', pipeline));
  flow.ties = filled.map(({ key }) => ({ sql: key.sql, direction: 'asc' }));
  flow.isSorted = false;
};

function nameOf<V>(fields: ReadonlyMap<string, V>, wanted: V): string {
  return [...fields].find(([, field]) => field === wanted)![0];
}
