import { nameOf } from '../analysis/name-of.ts';
import type { Command, Item, LookupPair, ParseCommand, SortKey, StatsCommand } from '../language/command-nodes.ts';
import { columnNameOf } from '../language/column-name.ts';
import { definitionOf } from '../language/commands.ts';
import { printExpression } from '../language/print.ts';
import { groupDigits } from '../text/group-digits.ts';
import { conditionInWords, listInWords, valueInWords } from './phrases.ts';

/** What a command does with the rows that reach it, in a sentence. */
export function describeCommand(command: Command): string {
  switch (command.kind) {
    case 'FieldsCommand':
      return `Shows ${itemsInWords(command.items)}.`;
    case 'DisplayCommand':
      return `Shows only ${itemsInWords(command.items)}.`;
    case 'FilterCommand':
      return `Keeps rows where ${conditionInWords(command.condition)}.`;
    case 'FilterIndexCommand':
      return `Reads only log groups with an index on the field, and keeps events where ${conditionInWords(command.condition)}.`;
    case 'ParseCommand':
      return describeParse(command);
    case 'JsonCommand':
      return `Takes ${listInWords(command.paths.map(({ name }) => nameOf(name)))} out of the JSON in ${command.field ? nameOf(command.field) : '@message'}.`;
    case 'StatsCommand':
      return describeStats(command);
    case 'SortCommand':
      return `Sorts by ${command.keys.map(keyInWords).join(', then ')}.`;
    case 'LimitCommand':
      return describeLimit(command);
    case 'DedupCommand':
      return `Keeps the first row for each ${listInWords(command.fields.map(nameOf))}.`;
    case 'PatternCommand':
      return `Groups the rows by the shape of ${valueInWords(command.expression)} and counts each shape.`;
    case 'DiffCommand':
      return `Compares with ${command.window ? nameOf(command.window) : 'the time range of the same length just before'}.`;
    case 'UnnestCommand':
      return `Makes a row of each element of ${valueInWords(command.expression)} and calls it ${nameOf(command.name)}.`;
    case 'ExpandCommand':
      return `Makes a row of each element of ${nameOf(command.field)}.`;
    case 'LookupCommand':
      return `Adds ${listInWords(command.outputs.map(outputOf))} from the table ${nameOf(command.table)}, found by ${listInWords(command.keys.map(outputOf))}.`;
    case 'JoinCommand':
      return `Joins the rows of a subquery where ${conditionInWords(command.condition)}${command.type?.text === 'left' ? ', and keeps rows that have no partner' : ''}.`;
    case 'UnknownCommand':
      return 'Does something that flowq does not know.';
    case 'SavedQueryCommand':
      return `Runs the commands of the saved query ${nameOf(command.name)}.`;
    default:
      return definitionOf(command.kind)?.summary ?? '';
  }
}

function describeParse({ input, mode }: ParseCommand): string {
  const source = input ? valueInWords(input) : '@message';
  switch (mode.kind) {
    case 'ParseGlob':
      return `Takes ${listInWords(mode.names.map(nameOf))} out of ${source}, one for each * of the pattern.`;
    case 'ParseRegex':
      return `Takes the named groups of a regular expression out of ${source}${mode.multi ? ', a row for each match' : ''}.`;
    case 'ParseLogfmt':
      return `Reads ${source} as key=value pairs, called ${nameOf(mode.name)}.key.`;
    case 'ParseCsv':
      return `Splits ${source} at its commas into ${listInWords(mode.names.map(nameOf))}.`;
    case 'ParseXml':
      return `Takes ${nameOf(mode.name)} out of the XML in ${source}.`;
  }
}

function describeStats({ items, by }: StatsCommand): string {
  const results = listInWords(items.map(itemInWords));
  if (by.length === 0) return `Over all rows computes ${results}.`;
  return `For each ${listInWords(by.map(groupInWords))} computes ${results}.`;
}

function describeLimit({ keyword, any, count }: Extract<Command, { kind: 'LimitCommand' }>): string {
  const number = count.kind === 'Placeholder' ? nameOf(count) : groupDigits(Number(count.raw));
  if (any) return `Stops as soon as there are ${number} rows, whichever they are.`;
  return `Keeps the ${keyword === 'tail' ? 'last' : 'first'} ${number} rows.`;
}

function itemsInWords(items: readonly Item[]): string {
  return listInWords(items.map(itemInWords));
}

/** `hits (the number of events)`; a plain field is only named. */
function itemInWords(item: Item): string {
  const words = valueInWords(item.expression);
  if (!item.alias) return words;
  return item.expression.kind === 'Field' ? `${words} as ${columnNameOf(item)}` : `${columnNameOf(item)} (${words})`;
}

/** `every 5 minutes` is no field: "for each" reads on. */
function groupInWords(item: Item): string {
  const words = valueInWords(item.expression);
  if (words.startsWith('every ')) return `interval of ${words.replace(/^every (?=\d)/, '').replace(/^every /, 'one ')}`;
  return item.alias ? `${words} (as ${columnNameOf(item)})` : words;
}

function keyInWords({ expression, direction }: SortKey): string {
  const name = expression.kind === 'Field' ? expression.name : printExpression(expression);
  if (direction === undefined) return `${name} (no direction given)`;
  return `${name}, ${direction === 'desc' ? 'largest first' : 'smallest first'}`;
}

function outputOf({ field, alias }: LookupPair): string {
  return nameOf(alias ?? field);
}
