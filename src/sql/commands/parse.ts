import type { ParseCommand, ParseCsv, ParseGlob, ParseRegex } from '../../language/command-nodes.ts';
import { toText } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { compileExpression, unfilled } from '../expression.ts';
import { endMatching, lookUp, scopeOf, type Flow } from '../flow.ts';
import { compileGlob, globLiterals } from '../glob.ts';
import { wordOf } from '../names.ts';
import { invalid, notSupported } from '../refusal.ts';
import { compileRegex, type CapturedGroup, type CompiledRegex } from '../regex.ts';
import { splitText } from '../tokens.ts';
import { sql, sqlString, value, type Fragment, type SqlValue } from '../value.ts';
import { addRows } from './unnest.ts';

export const parse: CompileCommand<'ParseCommand'> = (command, flow): unknown => {
  const text = flow.pipeline.bind(toText(inputOf(command, flow)), 'input');
  switch (command.mode.kind) {
    case 'ParseGlob':
      return parseGlob(command.mode, text, flow);
    case 'ParseRegex':
      return parseRegex(command.mode, text, flow);
    case 'ParseLogfmt':
      return flow.fields.set(wordOf(command.mode.name), logfmt(text, flow));
    case 'ParseCsv':
      return parseCsv(command.mode, text, flow);
    case 'ParseXml':
      throw notSupported(command.mode.span, 'parse with XML');
  }
};

function inputOf({ input, span }: ParseCommand, flow: Flow): SqlValue {
  if (input) return compileExpression(input, scopeOf(flow));
  return lookUp(flow, { kind: 'Field', name: '@message', segments: [{ text: '@message' }], span });
}

function parseGlob({ pattern, names, span }: ParseGlob, text: SqlValue, flow: Flow): void {
  if (pattern.kind === 'Placeholder') throw unfilled(pattern.span);
  const written = globLiterals(pattern.value);
  // A glob without a star and with one name gives what follows the text.
  const literals = written.length === 1 && names.length === 1 ? [...written, ''] : written;
  if (literals.length - 1 !== names.length) {
    throw invalid(
      span,
      'parse-count-mismatch',
      `The pattern has ${literals.length - 1} "*" but ${names.length} names follow "as".`,
      'Write one name for each "*".',
    );
  }
  const { events, pipeline } = flow;
  const stored = events && text.sql === events.message.sql ? events.stored(literals) : undefined;
  const split = events?.split ?? ((whole: SqlValue, separator: string) => splitText(whole, separator, pipeline.bind));
  const parts = stored ?? compileGlob(text, literals, { bind: pipeline.bind, split });
  names.map(wordOf).forEach((name, index) => flow.fields.set(name, pipeline.bind(parts[index]!, name)));
}

function parseRegex({ pattern, names, multi, span }: ParseRegex, text: SqlValue, flow: Flow): void {
  const regex = compileRegex(pattern);
  const given = names.map(wordOf);
  const unnamed = regex.groups.filter((group) => group.name === undefined);
  if (given.length > unnamed.length) {
    throw invalid(
      span,
      'parse-count-mismatch',
      `The pattern has ${unnamed.length} groups without a name, but ${given.length} names follow "as".`,
    );
  }
  const named = regex.groups.flatMap((group) => {
    const name = group.name ?? given[unnamed.indexOf(group)];
    return name === undefined ? [] : [{ group, name }];
  });
  if (named.length === 0) return;
  const captures = multi ? everyMatch(regex, text, flow) : firstMatch(regex, text, flow);
  const more = text.substringOf === undefined || multi ? {} : { substringOf: text.substringOf };
  for (const { group, name } of named) {
    flow.fields.set(name, value('text', captured(captures, group), { isCheap: true, ...more }));
  }
}

/** The SQL of a capture by its name. */
type Captures = (alias: string) => Fragment;

function firstMatch({ pattern, captures }: CompiledRegex, text: SqlValue, { pipeline }: Flow): Captures {
  const expression = sqlString(pattern);
  const list = captures.map((capture) => `'${capture}'`).join(', ');
  const extract = sql`regexp_extract(${text}, ${expression}, [${list}])`;
  const matched = sql`CASE WHEN regexp_matches(${text}, ${expression}) THEN ${extract} END`;
  const found = pipeline.bind(value('text', matched), 'groups');
  return (alias) => sql`${found}.${alias}`;
}

/** A row for each match; an event without one stays, and lacks the fields. */
function everyMatch({ pattern, captures }: CompiledRegex, text: SqlValue, flow: Flow): Captures {
  const { pipeline } = flow;
  endMatching(flow);
  const lists = captures.map((capture, index) => {
    const all = pipeline.columnFor(
      value('text', sql`regexp_extract_all(${text}, ${sqlString(pattern)}, ${index + 1})`),
      'matches',
    );
    const rows = value('text', sql`CASE WHEN len(${all}) > 0 THEN ${all} ELSE [NULL] END`);
    return { list: pipeline.columnFor(rows, 'matches'), name: pipeline.fresh(capture) };
  });
  const columns = new Map<string, SqlValue>();
  addRows(flow, lists, (made) => captures.forEach((capture, index) => columns.set(capture, made[index]!)));
  return (alias) => columns.get(alias)!;
}

/** DuckDB gives an empty text both for a group that took no part and for one that matched nothing. */
function captured(captures: Captures, { alias, whenEmpty }: CapturedGroup): Fragment {
  const text = captures(alias);
  if (whenEmpty === 'present') return text;
  if (whenEmpty === 'missing') return sql`nullif(${text}, '')`;
  return sql`CASE WHEN ${captures(whenEmpty.wrapper)} <> '' THEN ${text} END`;
}

/** `key=value` and `key="quoted value"` as a map; missing where there is no such pair. */
function logfmt(text: SqlValue, { pipeline }: Flow): SqlValue {
  const pattern = sqlString(String.raw`([^\s="]+)=("(?:[^"\\]|\\.)*"|[^\s"]*)`);
  const keys = pipeline.columnFor(value('text', sql`regexp_extract_all(${text}, ${pattern}, 1)`), 'keys');
  const texts = pipeline.columnFor(value('text', sql`regexp_extract_all(${text}, ${pattern}, 2)`), 'values');
  const plain = String.raw`CASE WHEN e[2][1] = '"' THEN replace(replace(e[2][2:-2], '\"', '"'), '\\', '\') ELSE e[2] END`;
  const entry = `CAST(to_json(e[1]) AS VARCHAR) || ':' || CAST(to_json(${plain}) AS VARCHAR)`;
  const entries = sql`list_transform(list_zip(${keys}, ${texts}), lambda e: ${entry})`;
  const map = sql`CASE WHEN len(${keys}) > 0 THEN '{' || array_to_string(${entries}, ',') || '}' END`;
  return pipeline.columnFor(value('json', map), 'logfmt');
}

/** Cells between commas; a cell in quotes may hold commas, and quotes written twice. */
function parseCsv({ names }: ParseCsv, text: SqlValue, { fields, pipeline }: Flow): void {
  const pattern = sqlString(String.raw`\s*("(?:[^"]|"")*"|[^,]*),`);
  const cells = pipeline.columnFor(value('text', sql`regexp_extract_all(${text} || ',', ${pattern}, 1)`), 'cells');
  names.map(wordOf).forEach((name, index) => {
    const cell = sql`${cells}[${index + 1}]`;
    const plain = sql`CASE WHEN ${cell}[1] = '"' THEN replace(${cell}[2:-2], '""', '"') ELSE ${cell} END`;
    fields.set(name, pipeline.columnFor(value('text', plain), name));
  });
}
