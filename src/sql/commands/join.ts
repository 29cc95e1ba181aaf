import type { Binary, Expression, Field, Query } from '../../language/ast.ts';
import { visit } from '../../language/visitor.ts';
import { toText } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { endMatching, lookUp, type Flow } from '../flow.ts';
import { orderBy } from '../order.ts';
import { invalid } from '../refusal.ts';
import { column, sql, value, type SqlValue } from '../value.ts';

/** Rows of a subquery beside those with equal keys; fields are addressed as `alias.field` from then on. */
export const join: CompileCommand<'JoinCommand'> = (command, flow) => {
  const { pipeline } = flow;
  const type = command.type?.text.toLowerCase() ?? 'inner';
  if (type !== 'inner' && type !== 'left') {
    throw invalid(command.type!.span, 'bad-join-type', `"${type}" is no type of join.`, 'It is inner or left.');
  }
  const left = command.left?.text;
  const right = command.right?.text;
  const inner = flow.inner(command.subquery);
  const pairs = equalities(command.condition).map((pair) => sides(pair, left, right));
  const keys = pairs.map(([ours, theirs]) => ({
    ours: textOf(ours, left, flow),
    theirs: textOf(theirs, right, inner.flow),
  }));
  const wanted = fieldsOf(flow.query, right).map((field) => ({
    field,
    from: lookUp(inner.flow, withoutPrefix(field, right)),
  }));
  const taken = wanted.map(({ field, from }) => ({ field, column: inner.flow.pipeline.columnFor(from, field.name) }));
  for (const field of fieldsOf(flow.query, left)) flow.fields.set(field.name, lookUp(flow, withoutPrefix(field, left)));
  const rank = value('number', sql`row_number() OVER (${orderBy(inner.flow.order)})`);
  const place = inner.flow.pipeline.columnFor(rank, 'place');
  endMatching(flow);
  const theirs = inner.finish();
  const from = pipeline.stage();
  const columns = [...taken.map((each) => each.column), place].map(({ sql: name }) => `${theirs}.${name}`);
  const on = keys.map((key) => `${from}.${key.ours.sql} = ${theirs}.${key.theirs.sql}`).join(' AND ');
  pipeline.stage({
    select: [`${from}.*`, ...columns].join(', '),
    from: `${from} ${type === 'left' ? 'LEFT' : 'INNER'} JOIN ${theirs} ON ${on}`,
  });
  for (const { field, column: made } of taken) {
    flow.fields.set(field.name, column(made.sql, made.type, pipeline.depth()));
  }
  const tie = { sql: place.sql, direction: 'asc' as const };
  flow.order = [...flow.order, tie];
  flow.ties = [...flow.ties, tie];
};

function textOf(field: Field, prefix: string | undefined, flow: Flow): SqlValue {
  const from = flow.pipeline.bind(lookUp(flow, withoutPrefix(field, prefix)), field.name);
  return flow.pipeline.columnFor(toText(from), 'key');
}

/** `a.x = b.y and a.z = b.w`; a join knows nothing else. */
function equalities(condition: Expression): Binary[] {
  if (condition.kind === 'Binary' && condition.operator === 'and') {
    return [...equalities(condition.left), ...equalities(condition.right)];
  }
  if (condition.kind === 'Binary' && condition.operator === '=') return [condition];
  throw invalid(
    condition.span,
    'bad-join-condition',
    'A join compares fields with "=" and joins the tests with "and".',
  );
}

/** The field of our side, then that of theirs. */
function sides(
  { left: a, right: b, span }: Binary,
  left: string | undefined,
  right: string | undefined,
): [Field, Field] {
  if (a.kind !== 'Field' || b.kind !== 'Field') {
    throw invalid(span, 'bad-join-condition', 'A join compares a field of each side.');
  }
  const isTheirs = (field: Field): boolean => right !== undefined && field.name.startsWith(`${right}.`);
  const isOurs = (field: Field): boolean => left !== undefined && field.name.startsWith(`${left}.`);
  return isTheirs(a) || isOurs(b) ? [b, a] : [a, b];
}

function withoutPrefix(field: Field, prefix: string | undefined): Field {
  if (prefix === undefined || !field.name.startsWith(`${prefix}.`)) return field;
  return { ...field, name: field.name.slice(prefix.length + 1), segments: field.segments.slice(1) };
}

/** Fields of the query that are addressed through an alias, each once. */
function fieldsOf(query: Query, prefix: string | undefined): Field[] {
  const found = new Map<string, Field>();
  if (prefix === undefined) return [];
  visit(query, {
    Field: (field) => {
      if (field.name.startsWith(`${prefix}.`)) found.set(field.name, field);
    },
    Subquery: () => false,
  });
  return [...found.values()];
}
