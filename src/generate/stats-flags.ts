import type { Field, Query } from '../language/ast.ts';
import { field, item, limit } from '../language/build.ts';
import { columnNameOf } from '../language/column-name.ts';
import type { Command, Item, StatsCommand } from '../language/command-nodes.ts';
import { parse } from '../language/parse.ts';
import { visit } from '../language/visitor.ts';
import { findColumn, requireColumn, type Columns } from './columns.ts';
import { replaceFields } from './replace-fields.ts';
import { checkRowCount } from './row-count.ts';
import { TemplateError } from './template-error.ts';

/** Replaces the group list of the only `stats`; refuses where there is none, several, or a later stage uses a group that would go. */
export function withGroups(query: Query, by: readonly string[], columns: Columns): Query {
  const places = query.commands.flatMap((command, index) => (command.kind === 'StatsCommand' ? [index] : []));
  const [place, ...more] = places;
  if (place === undefined)
    throw new TemplateError('--by has no meaning here: the query lists records, it has no stats.');
  if (more.length > 0) {
    throw new TemplateError(`--by has no single meaning here: the query has ${places.length} stats commands.`);
  }
  const stats = query.commands[place] as StatsCommand;
  const groups = by.map((text) => groupOf(text, columns));
  refuseDuplicates([...groups, ...stats.items]);
  refuseLostGroups(query.commands.slice(place + 1), stats, groups);
  return { ...query, commands: query.commands.with(place, { ...stats, by: groups }) };
}

/** Replaces the count of the last `limit`, or adds one at the end. */
export function withLimit(query: Query, count: number): Query {
  const command = limit(checkRowCount(count));
  const place = query.commands.findLastIndex(({ kind }) => kind === 'LimitCommand');
  const commands = place < 0 ? [...query.commands, command] : query.commands.with(place, command);
  return { ...query, commands };
}

/** A field of the format, or an expression such as `bin(5m)`. */
function groupOf(text: string, columns: Columns): Item {
  const column = findColumn(columns, text);
  if (column) return item(field(column.name));
  // A mistyped field such as flow-directoin would read as a subtraction.
  if (/^[\w-]+$/.test(text)) requireColumn(columns, text, '--by names');
  const { query, diagnostics } = parse(`stats count(*) by ${text}`);
  const [stats, next] = query.commands;
  const [group, second] = stats?.kind === 'StatsCommand' ? stats.by : [];
  const alias = group?.alias?.kind === 'Name' ? group.alias.text : undefined;
  if (diagnostics.length > 0 || next || second || !group) {
    throw new TemplateError(`--by takes fields of the format, or expressions such as bin(5m), not "${text}".`);
  }
  const toColumn = ({ name }: Field) =>
    field(name.startsWith('@') ? name : requireColumn(columns, name, '--by names').name);
  return item(replaceFields(group.expression, toColumn), alias);
}

function refuseDuplicates(items: readonly Item[]): void {
  const names = items.map(columnNameOf);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) throw new TemplateError(`--by would give two columns the name "${double}".`);
}

function refuseLostGroups(later: readonly Command[], stats: StatsCommand, groups: readonly Item[]): void {
  const kept = new Set([...groups, ...stats.items].map(columnNameOf));
  const lost = new Set(stats.by.map(columnNameOf).filter((name) => !kept.has(name)));
  for (const command of later) {
    visit(command, {
      Field({ name }) {
        if (!lost.has(name)) return;
        throw new TemplateError(`--by has no meaning here: a later stage uses "${name}", which the new groups lack.`);
      },
    });
  }
}
