import type { Diagnostic, Edit } from '../text/diagnostic.ts';
import type { Comment } from './ast.ts';
import { scanRegex, scanString, scanTypographicString } from './lex-quoted.ts';
import { scanNumber, scanPlaceholder, scanWord } from './lex-words.ts';
import type { Token, TokenKind } from './token.ts';

/** What a scanner answers: the parts of a token that it knows, and where the token ends. */
export interface Scanned extends Partial<Omit<Token, 'start' | 'text' | 'comments'>> {
  readonly kind: TokenKind;
  readonly end: number;
}

/** The text and what was found in it so far. */
export interface LexerState {
  readonly text: string;
  readonly diagnostics: Diagnostic[];
  /** Quotes that were seen to have no partner: looking for one to the end of the text again would take quadratic time. */
  readonly unclosed: Set<string>;
}

export interface Lexed {
  /** In order; the last one is `end`. */
  readonly tokens: readonly Token[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Cuts a query into tokens. Never throws: what means nothing becomes a `malformed` token. */
export function tokenize(text: string): Lexed {
  const state: LexerState = { text, diagnostics: [], unclosed: new Set() };
  const tokens: Token[] = [];
  const context = new RegexContext();
  let position = 0;
  for (;;) {
    const trivia = scanTrivia(state, position);
    const start = trivia.end;
    const comments = trivia.comments;
    if (start >= text.length) {
      tokens.push(tokenAt({ kind: 'end', end: text.length }, { text, start: text.length, comments }));
      return { tokens, diagnostics: state.diagnostics };
    }
    const scanned = scanToken(state, start, context);
    const token = tokenAt(scanned, { text, start, comments });
    tokens.push(token);
    context.see(token);
    position = scanned.end;
  }
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly comments: readonly Comment[];
}

/** Every token has every property, in one order: a megabyte of them takes half the time and memory. */
function tokenAt(scanned: Scanned, { text, start, comments }: Place): Token {
  const { kind, end, keyword, segments, value, unit, isReported } = scanned;
  return { kind, text: text.slice(start, end), start, end, keyword, segments, value, unit, comments, isReported };
}

const symbols = /\|\||&&|==|!=|<>|<=|>=|=~|~=|[|,()[\]{}:.+\-*/%^=<>!$;~]/y;

function scanToken(state: LexerState, start: number, context: RegexContext): Scanned {
  const character = String.fromCodePoint(state.text.codePointAt(start)!);
  if (character === '"' || character === "'") return scanString(state, start);
  if (character === '/' && context.admitsRegex(state.text, start)) return scanRegex(state, start);
  const scanned =
    scanWord(state, start) ??
    scanNumber(state, start) ??
    scanPlaceholder(state, start) ??
    scanTypographicString(state, start);
  if (scanned) return scanned;
  symbols.lastIndex = start;
  const symbol = symbols.exec(state.text);
  if (symbol) return { kind: 'symbol', end: start + symbol[0].length };
  return { kind: 'malformed', end: start + character.length };
}

/** Knows where a slash begins a regex: after `like`, `=~`, `~=`, before the pattern of `parse`, and where no division can be. */
class RegexContext {
  #previous: Token | undefined;
  #awaitsPattern = false;
  #depth = 0;

  admitsRegex(text: string, start: number): boolean {
    const previous = this.#previous;
    if (previous === undefined) return false;
    if (previous.keyword === 'like' || previous.text === '=~' || previous.text === '~=') return true;
    if (this.#awaitsPattern && this.#depth === 0) return true;
    // No operand stands before it, so it is no division; whole on its line, it is a regex in a wrong place.
    return isOperandEnd(previous) ? false : /^\/(?:\\\/|[^/\n])+\//.test(lineFrom(text, start));
  }

  see(token: Token): void {
    const startsStage = this.#previous === undefined || this.#previous.text === '|';
    if (token.text === '|' && token.kind === 'symbol') this.#awaitsPattern = false;
    else if (startsStage && token.keyword === 'parse') {
      this.#awaitsPattern = true;
      this.#depth = 0;
    } else if (token.kind === 'string' || token.kind === 'regex') {
      if (this.#depth === 0) this.#awaitsPattern = false;
    } else if (token.kind === 'symbol') {
      if (token.text === '(') this.#depth++;
      if (token.text === ')') this.#depth--;
    }
    this.#previous = token;
  }
}

const operandEnds: ReadonlySet<TokenKind> = new Set(['word', 'number', 'duration', 'string', 'regex', 'placeholder']);
const operandStarters: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'by', 'filter', 'where', 'fields']);

function isOperandEnd(token: Token): boolean {
  if (token.keyword !== undefined && operandStarters.has(token.keyword)) return false;
  return operandEnds.has(token.kind) || token.text === ')' || token.text === ']' || token.kind === 'malformed';
}

/** At most so much of a line is looked at for the end of a misplaced regex. */
const longestMisplacedRegex = 500;

function lineFrom(text: string, start: number): string {
  return text.slice(start, start + longestMisplacedRegex);
}

interface Trivia {
  readonly end: number;
  readonly comments: readonly Comment[];
}

const noComments: readonly Comment[] = [];
const space = /\s*/y;
const restOfLine = /[^\n\r]*/y;

/** White space and comments. `//` and `/*` are read as the comments they are meant to be, and reported. */
function scanTrivia(state: LexerState, from: number): Trivia {
  const { text } = state;
  let comments: Comment[] | undefined;
  let position = from;
  for (;;) {
    const start = matchEnd(space, text, position);
    if (text[start] === '#') {
      const end = matchEnd(restOfLine, text, start);
      (comments ??= []).push(commentAt(text, start, end));
      position = end;
    } else if (text[start] === '/' && text[start + 1] === '/') {
      position = matchEnd(restOfLine, text, start);
      reportComment(state, start, position, [{ span: { start, end: start + 2 }, text: '#' }]);
    } else if (text[start] === '/' && text[start + 1] === '*') {
      const close = text.indexOf('*/', start + 2);
      position = close < 0 ? text.length : close + 2;
      reportComment(state, start, position);
    } else {
      return { end: start, comments: comments ?? noComments };
    }
  }
}

function commentAt(text: string, start: number, end: number): Comment {
  let before = start - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  const ownLine = before < 0 || '\n\r|('.includes(text[before]!);
  const blankLineAfter = ownLine && /^(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/.test(text.slice(end, end + 200));
  return { text: text.slice(start + 1, end), span: { start, end }, ownLine, ...(blankLineAfter && { blankLineAfter }) };
}

function reportComment(state: LexerState, start: number, end: number, edits?: readonly Edit[]): void {
  const marker = state.text.slice(start, start + 2);
  state.diagnostics.push({
    code: 'foreign-comment',
    severity: 'error',
    message: `"${marker}" does not start a comment.`,
    span: { start, end },
    help: 'Write "#" in place of it; a comment runs to the end of the line.',
    ...(edits && { fix: { description: 'Replace "//" by "#".', edits } }),
  });
}

function matchEnd(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return position + pattern.exec(text)![0].length;
}
