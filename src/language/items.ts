import type { Node } from './ast.ts';
import type { Alias, FieldName, Item } from './command-nodes.ts';
import { parseExpression } from './expression.ts';
import { align, group, line, type Doc } from './layout.ts';
import { parseAlias, parseCommaList } from './names.ts';
import { printComments, type ExpressionPrinter } from './print-expression.ts';
import { printAlias, printField } from './print-names.ts';
import type { Reader } from './reader.ts';
import { childrenOf } from './visitor.ts';

/** items = item { "," item } */
export function parseItems(reader: Reader): readonly Item[] {
  return parseCommaList(reader, () => parseItem(reader));
}

/** item = expression [ "as" alias ] */
function parseItem(reader: Reader): Item {
  const comments = reader.takeComments();
  const start = reader.token;
  const from = reader.position;
  const expression = parseExpression(reader);
  const text = reader.foldedText(from);
  const alias = reader.acceptWord('as') ? { alias: parseAlias(reader) } : {};
  return { kind: 'Item', expression, ...alias, text, ...comments, span: reader.spanFrom(start) };
}

/** An item as it is printed: without an alias its text is the column's name, so not a blank of it may change. */
export function printItem({ expression, alias, text }: Item, printer: ExpressionPrinter): Doc {
  if (alias) return [printer.expression(expression), ' as ', printAlias(alias)];
  const keepsText = text !== undefined && expression.kind !== 'Field' && !holdsComments(expression);
  return keepsText ? text : printer.expression(expression);
}

/** A subquery in the expression has comments; they would be lost with its text. */
function holdsComments(node: Node): boolean {
  return childrenOf(node).some((child) => child.comments !== undefined || holdsTrailing(child) || holdsComments(child));
}

function holdsTrailing(node: Node): boolean {
  return node.kind === 'Query' && node.trailingComments !== undefined;
}

/** `keyword a, b, c`. */
export function printItems(keyword: string, items: readonly Item[], printer: ExpressionPrinter): Doc {
  return printEntries(keyword, toEntries(items, printer));
}

/** An entry of a comma list. */
export interface ListEntry {
  readonly doc: Doc;
  readonly comments?: Item['comments'];
  /** Short enough to share a line. */
  readonly isPlain?: boolean;
}

/** `keyword entry, entry`, with comments before the entries they came with. */
export function printEntries(keyword: string, entries: readonly ListEntry[]): Doc {
  const body = entriesBody(entries);
  const first = entries[0]?.comments;
  if (!first) return [keyword, ' ', align(body)];
  // The comment ends the line of the keyword or has its own; the entries stand where they would without it.
  return [keyword, align([printComments(first), body], 1)];
}

/** The entries alone: on one line, or plain ones filled and others a line each. */
export function entriesBody(entries: readonly ListEntry[]): Doc {
  const fills = entries.every(({ isPlain, comments }) => isPlain === true && !comments);
  const parts = entries.map(({ doc, comments }, index): Doc => {
    const part: Doc = [doc, index < entries.length - 1 ? ',' : ''];
    if (index === 0) return part;
    if (comments) return [printComments(comments), part];
    return fills ? group([line, part]) : [line, part];
  });
  return fills ? parts : group(parts);
}

/** Items as list entries. */
export function toEntries(items: readonly Item[], printer: ExpressionPrinter): readonly ListEntry[] {
  return items.map((item) => ({
    doc: printItem(item, printer),
    isPlain: isPlain(item),
    ...(item.comments && { comments: item.comments }),
  }));
}

/** Aliases as list entries. */
export function aliasEntries(names: readonly Alias[]): readonly ListEntry[] {
  return names.map((name) => ({
    doc: printAlias(name),
    isPlain: true,
    ...(name.comments && { comments: name.comments }),
  }));
}

/** `keyword a, b`, filled. */
export function printFields(keyword: string, fields: readonly FieldName[]): Doc {
  return printEntries(
    keyword,
    fields.map((field) => ({ doc: printField(field), isPlain: true })),
  );
}

function isPlain({ expression, alias }: Item): boolean {
  return expression.kind === 'Field' && alias === undefined;
}
