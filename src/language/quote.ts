import type { FieldSegment } from './ast.ts';

/** Words that cannot begin an expression: as a name they need backticks. */
export const reservedWords: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'like',
  'as',
  'by',
  'true',
  'false',
]);

/** A string literal with this value: in double quotes, or in single ones where that saves an escape. */
export function quoteString(value: string): string {
  const quote = value.includes('"') && !value.includes("'") ? "'" : '"';
  const body = value.replace(/\\(?=[\\"']|$)|["']/g, (character) => {
    if (character === '\\') return '\\\\';
    return character === quote ? `\\${character}` : character;
  });
  return `${quote}${body}${quote}`;
}

/** The value of a string literal's text between its quotes: `\"`, `\'` and `\\` stand for one character, other pairs for themselves. */
export function unescapeString(body: string): string {
  return body.replace(/\\([\\"'])/g, '$1');
}

/** A field name or alias as it must be written: with backticks where it is not a plain word. A dot is part of a path. */
export function quoteName(name: string): string {
  return printSegments(segmentsOf(name));
}

/** An alias, option or table name: one word, so that a dot needs no backticks either. */
export function quoteWord(text: string, quoted = false): string {
  return !quoted && /^[\p{L}_@][\p{L}\p{N}_@.]*$/u.test(text) ? quoteName(text) : tick(text);
}

/** The path that a name without backticks stands for; what cannot stand bare is one literal key. */
export function segmentsOf(name: string): readonly FieldSegment[] {
  const parts = name.split('.');
  const isPath = parts.every((part, index) => (index === 0 ? isBareWord(part) : isBareSegment(part)));
  if (!isPath || reservedWords.has(name.toLowerCase())) return [{ text: name, quoted: true }];
  return parts.map((text) => ({ text }));
}

/** A field's path as it must be written. */
export function printSegments(segments: readonly FieldSegment[]): string {
  return segments.map((segment, index) => printSegment(segment, index, segments.length)).join('.');
}

/** The source of a regex (between slashes) that finds exactly this text. */
export function quoteRegex(literalText: string): string {
  return literalText
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/\\\\$/, '\\x5c'); // a slash after a backslash would not end the literal
}

function printSegment(segment: FieldSegment, index: number, count: number): string {
  if (segment.prefixed === true && segment.text.startsWith('@')) return `@${tick(segment.text.slice(1))}`;
  const isBare =
    segment.quoted !== true &&
    (index === 0 ? isBareWord(segment.text) : isBareSegment(segment.text)) &&
    !(count === 1 && reservedWords.has(segment.text.toLowerCase()));
  return isBare ? segment.text : tick(segment.text);
}

/** No way to write a backtick or a line end inside backticks is known. */
function tick(text: string): string {
  if (/[`\n]/.test(text)) {
    throw new RangeError(`The name "${text}" cannot be written: it holds a backtick or a line end.`);
  }
  return `\`${text}\``;
}

function isBareWord(text: string): boolean {
  return /^[\p{L}_@][\p{L}\p{N}_@]*$/u.test(text);
}

function isBareSegment(text: string): boolean {
  return /^[\p{L}\p{N}_@]+$/u.test(text);
}
