import type { Name, Placeholder } from '../../language/ast.ts';
import type { ParseCommand, ParseGlob, ParseRegex } from '../../language/command-nodes.ts';
import { toText } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { compileExpression, unfilled } from '../expression.ts';
import { lookUp, scopeOf, type Flow } from '../flow.ts';
import { compileGlob, globLiterals } from '../glob.ts';
import { invalid, notSupported } from '../refusal.ts';
import { compileRegex, type CapturedGroup } from '../regex.ts';
import { sql, sqlString, value, type Fragment, type SqlValue } from '../value.ts';

export const parse: CompileCommand<'ParseCommand'> = (command, flow) => {
  const text = flow.pipeline.bind(toText(inputOf(command, flow)), 'input');
  switch (command.mode.kind) {
    case 'ParseGlob':
      return parseGlob(command.mode, text, flow);
    case 'ParseRegex':
      return parseRegex(command.mode, text, flow);
    default:
      throw notSupported(command.mode.span, 'This kind of parse');
  }
};

function inputOf({ input, span }: ParseCommand, flow: Flow): SqlValue {
  if (input) return compileExpression(input, scopeOf(flow));
  return lookUp(flow, { kind: 'Field', name: '@message', segments: [{ text: '@message' }], span });
}

/** The names, or a refusal where one is a placeholder. */
export function namesOf(names: readonly (Name | Placeholder)[]): string[] {
  return names.map((name) => {
    if (name.kind === 'Placeholder') throw unfilled(name.span);
    return name.text;
  });
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
  const split = events?.split ?? plainSplit(flow);
  const parts = stored ?? compileGlob(text, literals, { bind: pipeline.bind, split });
  namesOf(names).forEach((name, index) => flow.fields.set(name, pipeline.bind(parts[index]!, name)));
}

function plainSplit({ pipeline }: Flow) {
  return (text: SqlValue, separator: string): SqlValue =>
    pipeline.bind(value('text', sql`string_split(${text}, ${sqlString(separator)})`), 'tokens');
}

function parseRegex({ pattern, names, multi, span }: ParseRegex, text: SqlValue, flow: Flow): void {
  if (multi) throw notSupported(span, 'parse with multi');
  const regex = compileRegex(pattern);
  const given = namesOf(names);
  if (given.length > regex.groups.length) {
    throw invalid(
      span,
      'parse-count-mismatch',
      `The pattern has ${regex.groups.length} groups but ${given.length} names follow "as".`,
    );
  }
  if (regex.groups.length === 0) return;
  const expression = sqlString(regex.pattern);
  const captures = regex.captures.map((capture) => `'${capture}'`).join(', ');
  const extract = sql`regexp_extract(${text}, ${expression}, [${captures}])`;
  const found = flow.pipeline.bind(
    value('text', sql`CASE WHEN regexp_matches(${text}, ${expression}) THEN ${extract} END`),
    'groups',
  );
  const more = text.substringOf === undefined ? {} : { substringOf: text.substringOf };
  regex.groups.forEach((group, index) => {
    const name = given.length > 0 ? given[index] : group.name;
    if (name === undefined) return;
    flow.fields.set(name, value('text', captured(found, group), { isCheap: true, ...more }));
  });
}

/** DuckDB gives an empty text both for a group that took no part and for one that matched nothing. */
function captured(found: Fragment, { alias, whenEmpty }: CapturedGroup): Fragment {
  if (whenEmpty === 'present') return sql`${found}.${alias}`;
  if (whenEmpty === 'missing') return sql`nullif(${found}.${alias}, '')`;
  return sql`CASE WHEN ${found}.${whenEmpty.wrapper} <> '' THEN ${found}.${alias} END`;
}
