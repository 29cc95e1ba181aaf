import type { CompileCommand } from '../command.ts';
import { toText } from '../coerce.ts';
import { compileExpression } from '../expression.ts';
import { endMatching, lookUp, scopeOf, type Flow } from '../flow.ts';
import { fieldOf, wordOf } from '../names.ts';
import { column, sql, value, type Fragment, type SqlValue } from '../value.ts';

/** One row for each element; a map or a plain value is a list of one, a missing value gives no row. */
export const unnest: CompileCommand<'UnnestCommand'> = ({ expression, name }, flow) => {
  const from = compileExpression(expression, scopeOf(flow));
  const json = from.json ?? (from.type === 'json' ? from : undefined);
  const document = json ?? sql`to_json(${toText(flow.pipeline.bind(from, 'value'))})`;
  multiply(flow, wordOf(name), document);
};

/** The same for a text that holds a JSON array; another text stays as it is. */
export const expand: CompileCommand<'ExpandCommand'> = ({ field }, flow) => {
  const { name } = fieldOf(field);
  const from = flow.pipeline.bind(lookUp(flow, fieldOf(field)), name);
  if (from.type === 'json') return;
  const text = flow.pipeline.bind(toText(from), name);
  const document = sql`CASE WHEN json_type(cw_document(${text})) = 'ARRAY' THEN json(${text}) ELSE to_json(${text}) END`;
  multiply(flow, name, document, text);
};

/** A row for each element of a JSON list; with `otherwise`, rows without a list stay and keep that value. */
function multiply(flow: Flow, name: string, document: Fragment, otherwise?: SqlValue): void {
  const { pipeline } = flow;
  endMatching(flow);
  const json = pipeline.columnFor(value('json', document), 'list');
  const elements = sql`CASE WHEN json_type(${json}) = 'ARRAY' THEN json_extract(${json}, '$[*]') WHEN ${json} IS NOT NULL THEN [${json}] ${otherwise ? 'ELSE [NULL]' : ''} END`;
  const list = pipeline.columnFor(value('json', elements), 'elements');
  addRows(flow, [{ list, name: pipeline.fresh(name) }], ([element]) => {
    flow.fields.set(name, value('text', sql`cw_value(${element!})`, { json: element! }));
  });
}

export interface UnnestedList {
  readonly list: SqlValue;
  readonly name: string;
}

/** A row for each place of lists that are equally long, in the order of the rows and then of the lists. */
export function addRows(flow: Flow, lists: readonly UnnestedList[], define: (columns: SqlValue[]) => void): void {
  const { pipeline } = flow;
  const place = pipeline.fresh('place');
  const unnested = lists.map(({ list, name }) => `unnest(${list.sql}) AS ${name}`).join(', ');
  pipeline.stage({ select: `*, ${unnested}, generate_subscripts(${lists[0]!.list.sql}, 1) AS ${place}` });
  const depth = pipeline.depth();
  define(lists.map(({ list, name }) => column(name, list.type, depth)));
  const key = { sql: place, direction: 'asc' as const };
  flow.order = [...flow.order, key];
  flow.ties = [...flow.ties, key];
}
