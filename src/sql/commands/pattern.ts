import { toText } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { compileExpression } from '../expression.ts';
import { endMatching, scopeOf } from '../flow.ts';
import { column, sql, value } from '../value.ts';
import { becomeGroups } from './stats.ts';

/**
 * Groups texts that differ only in changing parts. The parts that look like values are masked in SQL, so that few
 * different texts are left; these are clustered outside of SQL (`cw_patterns`).
 */
export const pattern: CompileCommand<'PatternCommand'> = ({ expression }, flow) => {
  const { pipeline } = flow;
  const text = pipeline.columnFor(toText(pipeline.bind(compileExpression(expression, scopeOf(flow)), 'text')), 'text');
  const masked = pipeline.columnFor(value('text', { sql: mask(text.sql), depth: text.depth }), 'masked');
  endMatching(flow);
  pipeline.stage({ where: `${masked.sql} IS NOT NULL` });
  const counted = pipeline.fresh('count');
  pipeline.stage({ select: `${masked.sql}, count(*) AS ${counted}`, tail: `GROUP BY ${masked.sql}` });
  const all = pipeline.fresh('all');
  const list = `to_json(list({t: ${masked.sql}, n: ${counted}} ORDER BY ${counted} DESC, ${masked.sql}))`;
  pipeline.stage({ select: `cw_patterns(CAST(${list} AS VARCHAR)) AS ${all}` });
  const element = pipeline.fresh('pattern');
  pipeline.stage({ select: `unnest(json_extract(${all}, '$[*]')) AS ${element}` });
  becomeGroups(flow);
  const json = column(element, 'json', pipeline.depth());
  const made = (path: string, type: 'text' | 'number') =>
    pipeline.columnFor(
      value(
        type,
        type === 'text'
          ? sql`json_extract_string(${json}, '$.${path}')`
          : sql`CAST(json_extract(${json}, '$.${path}') AS DOUBLE)`,
      ),
      path,
    );
  const template = made('pattern', 'text');
  const count = made('count', 'number');
  flow.fields.set('@pattern', template);
  flow.fields.set('@ratio', made('ratio', 'number'));
  flow.fields.set('@sampleCount', count);
  flow.fields.set('@severityLabel', made('severity', 'text'));
  flow.ties = [{ sql: template.sql, direction: 'asc' }];
  flow.order = [{ sql: count.sql, direction: 'desc' }, ...flow.ties];
  flow.isSorted = true;
  flow.warnings.push('pattern is an approximation: the service clusters by a model of its own.');
};

/** Kinds of values that change from line to line: a name and what it looks like, the longest first. */
const kinds: readonly (readonly [string, string])[] = [
  ['Time', String.raw`(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?|\b\d{4}-\d\d-\d\d\b`],
  ['UUID', '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}'],
  ['IP', String.raw`\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b`],
  ['ID', String.raw`\b(?:[A-Za-z]+-)?[A-Za-z0-9]*\d[A-Za-z0-9_-]{5,}\b`],
  ['Number', String.raw`\b\d+(?:\.\d+)?`],
];

/** Each changing part as one character that no log holds; the clustering names them again. */
function mask(text: string): string {
  return kinds.reduce(
    (inner, [, pattern], index) =>
      `regexp_replace(${inner}, '${pattern.replaceAll("'", "''")}', chr(${0xe000 + index}), 'g')`,
    text,
  );
}

/** The names of the masked kinds, in the order of their characters. */
export const maskedKinds: readonly string[] = kinds.map(([name]) => name);
