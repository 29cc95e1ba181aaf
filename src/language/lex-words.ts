import type { FieldSegment } from './ast.ts';
import { findUnit } from './duration.ts';
import type { LexerState, Scanned } from './lexer.ts';
import { quoteString } from './quote.ts';

const wordStart = /[\p{L}_@`]/u;
const bare = /[\p{L}\p{N}_@]+/uy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_@])/uy;
const digits = /\d+/y;
const withUnit = /(\d+(?:\.\d+)?)([a-zA-Z]+)(?![\p{L}\p{N}_@])/uy;
const startsWithDigit = /\d[\p{L}\p{N}_@]*(?:[.:]\d[\p{L}\p{N}_@]*)*/uy;
const placeholder = /\{\{([A-Za-z_][A-Za-z0-9_]*)\}\}/y;

/** A word or a field's path: `srcaddr`, `` `account-id` ``, `a.b.0`, ``@`aws.tag.team` ``. */
export function scanWord(state: LexerState, start: number): Scanned | undefined {
  const { text } = state;
  if (!wordStart.test(String.fromCodePoint(text.codePointAt(start)!))) return undefined;
  const segments: FieldSegment[] = [];
  let position = start;
  for (;;) {
    const { segment, end, isUnclosed } = scanSegment(state, position);
    segments.push(segment);
    position = end;
    if (isUnclosed || text[position] !== '.' || !continues(text, position + 1)) break;
    position++;
  }
  const only = segments.length === 1 && segments[0]!.quoted !== true ? segments[0]!.text.toLowerCase() : undefined;
  return { kind: 'word', end: position, segments, ...(only !== undefined && { keyword: only }) };
}

interface ScannedSegment {
  readonly segment: FieldSegment;
  readonly end: number;
  readonly isUnclosed?: boolean;
}

function scanSegment(state: LexerState, start: number): ScannedSegment {
  const { text } = state;
  if (text[start] === '`') return scanTicked(state, start, '');
  bare.lastIndex = start;
  const word = bare.exec(text)![0];
  const end = start + word.length;
  if (/^@+$/.test(word) && text[end] === '`') return scanTicked(state, end, word);
  return { segment: { text: word }, end };
}

function scanTicked(state: LexerState, start: number, prefix: string): ScannedSegment {
  const { text } = state;
  const end = text.indexOf('`', start + 1);
  const content = text.slice(start + 1, end);
  if (end >= 0 && !content.includes('\n')) {
    const segment = { text: prefix + content, quoted: true, ...(prefix && { prefixed: true }) };
    return { segment, end: end + 1 };
  }
  bare.lastIndex = start + 1;
  const name = bare.exec(text)?.[0] ?? '';
  const nameEnd = start + 1 + name.length;
  state.diagnostics.push({
    code: 'unclosed-name',
    severity: 'error',
    message: `The name ${text.slice(start, nameEnd)} has no closing backtick.`,
    span: { start, end: nameEnd },
    help: 'Add a closing ` after the name.',
  });
  return { segment: { text: prefix + name, quoted: true }, end: nameEnd, isUnclosed: true };
}

function continues(text: string, position: number): boolean {
  if (text[position] === '`') return true;
  bare.lastIndex = position;
  return bare.test(text);
}

/** A number, a duration (`5m`), or a malformed word that begins with a digit. */
export function scanNumber(state: LexerState, start: number): Scanned | undefined {
  const { text } = state;
  if (text[start - 1] === '.') return scanIndex(text, start);
  startsWithDigit.lastIndex = start;
  const whole = startsWithDigit.exec(text)?.[0];
  if (whole === undefined) return undefined;
  number.lastIndex = start;
  const plain = number.exec(text)?.[0];
  if (plain !== undefined && plain.length >= whole.length) return { kind: 'number', end: start + plain.length };
  withUnit.lastIndex = start;
  const [duration, , spelling] = withUnit.exec(text) ?? [];
  const unit = spelling === undefined ? undefined : findUnit(spelling);
  if (unit && duration!.length >= whole.length) return { kind: 'duration', end: start + duration!.length, unit };
  const end = start + whole.length;
  state.diagnostics.push({
    code: 'invalid-number',
    severity: 'error',
    message: `"${whole}" is neither a number nor a duration.`,
    span: { start, end },
    help: `Write ${quoteString(whole)} for a text, \`${whole}\` in backticks for a name, 5m or 1h for a duration.`,
  });
  return { kind: 'malformed', end, isReported: true };
}

/** The digits after a dot: an element of a list, `users[0].0`. */
function scanIndex(text: string, start: number): Scanned | undefined {
  digits.lastIndex = start;
  const match = digits.exec(text);
  return match ? { kind: 'number', end: start + match[0].length } : undefined;
}

/** `{{name}}`: a parameter of a saved query. */
export function scanPlaceholder(state: LexerState, start: number): Scanned | undefined {
  placeholder.lastIndex = start;
  const match = placeholder.exec(state.text);
  return match ? { kind: 'placeholder', end: start + match[0].length, value: match[1]! } : undefined;
}
