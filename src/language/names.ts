import type { Field, Name, NumberLiteral, Placeholder, StringLiteral } from './ast.ts';
import type { Alias, Duration, FieldName } from './command-nodes.ts';
import { findUnit } from './duration.ts';
import { durationOf, fieldOf, parseSplitDuration, reportTrailingComma, stringOf } from './primary.ts';
import { quoteString, reservedWords } from './quote.ts';
import type { Reader } from './reader.ts';
import type { Token } from './token.ts';

/** alias = word | placeholder */
export function parseAlias(reader: Reader, expected = 'a name after "as"'): Alias {
  return acceptPlaceholder(reader) ?? parseName(reader, expected);
}

/** name = word, with backticks where it is not a plain one */
export function parseName(reader: Reader, expected: string): Name {
  const token = reader.token;
  if (token.kind === 'string') return failStringName(reader, expected);
  if (token.kind !== 'word' || (token.keyword !== undefined && reservedWords.has(token.keyword))) {
    // `5xx` is reported by the lexer, with the advice to use backticks; the rest of the list can still be read.
    if (token.kind === 'malformed' && token.isReported && /^\d/.test(token.text)) {
      reader.next();
      return { kind: 'Name', text: token.text, quoted: true, span: { start: token.start, end: token.end } };
    }
    return reader.fail(expected);
  }
  reader.next();
  return startsHyphen(reader) ? parseHyphenated(reader, token) : nameOf(token);
}

/** The node of a word token that names something. */
export function nameOf(token: Token): Name {
  const segments = token.segments!;
  const quoted = segments.some((segment) => segment.quoted === true);
  const text = segments.map((segment) => segment.text).join('.');
  return { kind: 'Name', text, ...(quoted && { quoted }), span: { start: token.start, end: token.end } };
}

function failStringName(reader: Reader, expected: string): never {
  const { start, end, value } = reader.token;
  return reader.fail({
    message: `Expected ${expected}, found ${reader.found()}.`,
    help: `A name stands bare or in backticks: \`${value!}\`.`,
    fix: { description: 'Use backticks.', edits: [{ span: { start, end }, text: `\`${value!}\`` }] },
  });
}

function startsHyphen(reader: Reader): boolean {
  const [name, hyphen, word] = [reader.previous!, reader.token, reader.peek(1)];
  const isJoined = reader.at('-') && hyphen.start === name.end && word.start === hyphen.end && word.kind === 'word';
  return isJoined && !`${name.text}${word.text}`.includes('`');
}

/** `account-id` without backticks: reported, and read as the name it was meant to be. */
function parseHyphenated(reader: Reader, first: Token): Name {
  while (startsHyphen(reader)) {
    reader.next();
    reader.next();
  }
  const span = reader.spanFrom(first);
  const text = reader.text.slice(span.start, span.end);
  reader.report({
    code: 'unquoted-name',
    message: `The name "${text}" needs backticks: a bare hyphen subtracts.`,
    span,
    help: `Write \`${text}\`, or ${text.replaceAll('-', '_')}.`,
    fix: { description: 'Put the name in backticks.', edits: [{ span, text: `\`${text}\`` }] },
  });
  return { kind: 'Name', text, quoted: true, span };
}

/** field = word | path | placeholder */
export function parseField(reader: Reader, expected = 'a field'): FieldName {
  const placeholder = acceptPlaceholder(reader);
  if (placeholder) return placeholder;
  const token = reader.token;
  const isField = token.kind === 'word' && !(token.keyword !== undefined && reservedWords.has(token.keyword));
  if (!isField) return reader.fail(expected);
  reader.next();
  return fieldOf(token) satisfies Field;
}

/** fields = field { "," field } */
export function parseFields(reader: Reader, expected = 'a field'): readonly FieldName[] {
  return parseCommaList(reader, () => parseField(reader, expected));
}

/** entry { "," entry }; reports a pipe or nothing after a comma, and goes on. */
export function parseCommaList<Entry>(reader: Reader, parseEntry: () => Entry): readonly Entry[] {
  const entries = [parseEntry()];
  while (reader.at(',')) {
    const comma = reader.next();
    if (reader.at('|') && isPipeInList(reader)) reportPipeInList(reader);
    else if (reader.atStageEnd) {
      reportTrailingComma(reader, comma);
      return entries;
    }
    entries.push(parseEntry());
  }
  return entries;
}

/** After a comma: the pipe was meant to continue the list if what follows it does not look like a stage. */
function isPipeInList(reader: Reader): boolean {
  const follower = reader.peek(2);
  const endsEntry =
    follower.kind === 'end' ||
    reader.at(',', 2) ||
    reader.at('|', 2) ||
    follower.keyword === 'as' ||
    follower.keyword === 'by';
  return reader.peek(1).kind === 'word' && endsEntry;
}

/** Reports a pipe that stands inside a list, and reads over it. */
export function reportPipeInList(reader: Reader): void {
  const { start, end } = reader.next();
  reader.report({
    code: 'pipe-in-list',
    message: 'A pipe at the start of a line begins a new stage, but the list before it goes on.',
    span: { start, end },
    help: 'Remove the pipe.',
    fix: { description: 'Remove the pipe.', edits: [{ span: { start, end }, text: '' }] },
  });
}

/** string, with what it is for in the message */
export function parseString(reader: Reader, expected: string): StringLiteral {
  if (reader.token.kind !== 'string') return reader.fail(`${expected} such as ${quoteString('…')}`);
  return stringOf(reader.next());
}

/** number | placeholder */
export function parseNumber(reader: Reader, expected: string): NumberLiteral | Placeholder {
  return acceptPlaceholder(reader) ?? parseNumberLiteral(reader, expected);
}

/** number */
export function parseNumberLiteral(reader: Reader, expected: string): NumberLiteral {
  const token = reader.token;
  if (token.kind !== 'number') return reader.fail(expected);
  reader.next();
  const span = { start: token.start, end: token.end };
  return { kind: 'NumberLiteral', value: Number(token.text), raw: token.text, span };
}

/** duration = digits unit | digits " " unit | placeholder */
export function parseDuration(reader: Reader, expected: string): Duration {
  const placeholder = acceptPlaceholder(reader);
  if (placeholder) return placeholder;
  if (reader.token.kind === 'duration') return durationOf(reader.next());
  const isSplit = reader.token.kind === 'number' && findUnit(reader.peek(1).keyword ?? '') !== undefined;
  return isSplit ? parseSplitDuration(reader) : reader.fail(`${expected} such as 5m`);
}

/** `{{name}}`, if it is there. */
export function acceptPlaceholder(reader: Reader): Placeholder | undefined {
  const token = reader.token;
  if (token.kind !== 'placeholder') return undefined;
  reader.next();
  return { kind: 'Placeholder', name: token.value!, span: { start: token.start, end: token.end } };
}
