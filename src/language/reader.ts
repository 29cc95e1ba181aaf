import type { Diagnostic } from '../text/diagnostic.ts';
import type { Span } from '../text/source.ts';
import type { Comment, Subquery } from './ast.ts';
import { reservedWords } from './quote.ts';
import type { Token } from './token.ts';

/** Nesting that the parser follows; every level takes a dozen frames of the stack. */
export const deepestNesting = 200;

/** What is wrong at a token. */
export interface Problem {
  readonly code?: string;
  readonly message: string;
  readonly span?: Span;
  readonly help?: string;
  readonly fix?: Diagnostic['fix'];
}

/** Leaves a stage that cannot be read; its diagnostic is reported already. */
export class UnreadableStage extends Error {
  override readonly name = 'UnreadableStage';
}

/** A place in the tokens, with the findings so far. The parse functions share one. */
export class Reader {
  readonly text: string;
  readonly diagnostics: Diagnostic[];
  /** Parses `(SOURCE … | …)`; given by `parse.ts`, for stages hold expressions and expressions hold stages. */
  readonly subquery: (reader: Reader) => Subquery;
  #keepsComments = false;
  readonly #tokens: readonly Token[];
  /** Made once: a stack trace for each of many errors would take most of the time. */
  readonly #unreadable = new UnreadableStage();
  #position = 0;
  #nesting = 0;
  #commentsTaken = 0;

  constructor(
    text: string,
    tokens: readonly Token[],
    diagnostics: Diagnostic[],
    subquery: (reader: Reader) => Subquery,
  ) {
    this.text = text;
    this.#tokens = tokens;
    this.diagnostics = diagnostics;
    this.subquery = subquery;
  }

  get position(): number {
    return this.#position;
  }

  get token(): Token {
    return this.peek(0);
  }

  /** The last token that was read. */
  get previous(): Token | undefined {
    return this.#tokens[this.#position - 1];
  }

  peek(ahead: number): Token {
    return this.#tokens[Math.min(this.#position + ahead, this.#tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.token;
    this.#position++;
    return token;
  }

  /** The token is this symbol. */
  at(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  /** The token is one of these words, in any case. */
  atWord(...keywords: readonly string[]): boolean {
    const { keyword } = this.token;
    return keyword !== undefined && keywords.includes(keyword);
  }

  /** Reads the symbol if it is there. */
  accept(symbol: string): boolean {
    if (!this.at(symbol)) return false;
    this.#position++;
    return true;
  }

  /** Reads the word if it is there. */
  acceptWord(...keywords: readonly string[]): boolean {
    if (!this.atWord(...keywords)) return false;
    this.#position++;
    return true;
  }

  expect(symbol: string, problem: string | Problem): Token {
    if (this.at(symbol)) return this.next();
    return this.fail(problem);
  }

  expectWord(keyword: string, problem: string | Problem): Token {
    if (this.atWord(keyword)) return this.next();
    return this.fail(problem);
  }

  /** A parenthesis so far ahead holds stages: `(SOURCE "/group"`, but not `(source = 1)`. */
  startsSubquery(ahead = 0): boolean {
    if (!this.at('(', ahead) || this.peek(ahead + 1).keyword !== 'source') return false;
    const { kind, keyword } = this.peek(ahead + 2);
    return kind === 'string' || kind === 'placeholder' || (kind === 'word' && !(keyword && reservedWords.has(keyword)));
  }

  /** A query, a subquery or a stage ends here. */
  get atStageEnd(): boolean {
    return this.token.kind === 'end' || this.at('|') || this.at(')');
  }

  /** Reports what is wrong (`expected` is completed by what was found) and leaves the stage. */
  fail(problem: string | Problem): never {
    const full: Problem =
      typeof problem === 'string' ? { message: `Expected ${problem}, found ${this.found()}.` } : problem;
    // What the lexer has reported needs no second sentence.
    if (!this.token.isReported) this.report({ code: 'syntax', span: this.spanHere(), ...full });
    throw this.#unreadable;
  }

  report({ code, message, span, help, fix }: Problem & { readonly code: string; readonly span: Span }): void {
    this.diagnostics.push({
      code,
      severity: 'error',
      message,
      span: { start: span.start, end: span.end },
      ...(help !== undefined && { help }),
      ...(fix && { fix }),
    });
  }

  /** The offending text, for a sentence. */
  found(): string {
    const { kind, text } = this.token;
    if (kind === 'end') return 'the end of the query';
    return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
  }

  /** The token; at the end of the query the last character before it, so that a frame shows something. */
  spanHere(): Span {
    const { kind, start, end } = this.token;
    if (kind !== 'end' || !this.previous) return { start, end };
    return { start: this.previous.end - 1, end: this.previous.end };
  }

  spanFrom(start: Span): Span {
    return { start: start.start, end: this.previous?.end ?? start.end };
  }

  /** Runs a parse function one level deeper. */
  nest<Result>(parse: () => Result): Result {
    if (this.#nesting >= deepestNesting) this.failNesting();
    this.#nesting++;
    try {
      return parse();
    } finally {
      this.#nesting--;
    }
  }

  /** Comments between conditions stay with the conditions; elsewhere they move on to the next item or stage. */
  get keepsComments(): boolean {
    return this.#keepsComments;
  }

  /** Runs a parse function that lets conditions keep their comments, or not. */
  keepingComments<Result>(keeps: boolean, parse: () => Result): Result {
    const before = this.#keepsComments;
    this.#keepsComments = keeps;
    try {
      return parse();
    } finally {
      this.#keepsComments = before;
    }
  }

  failNesting(): never {
    return this.fail({
      code: 'nested-too-deeply',
      message: `The query nests deeper than ${deepestNesting} levels here.`,
      help: 'Split the expression over several fields or filter stages.',
    });
  }

  /** The comments up to this token that no node has yet. */
  takeComments(): { readonly comments?: readonly Comment[] } {
    const comments: Comment[] = [];
    for (; this.#commentsTaken <= this.#position; this.#commentsTaken++) {
      for (const comment of this.#tokens[this.#commentsTaken]!.comments) comments.push(comment);
    }
    return comments.length === 0 ? {} : { comments };
  }

  /** Forgets the comments up to the token before this one: they are part of a text that is kept as it was written. */
  dropComments(): void {
    this.#commentsTaken = Math.max(this.#commentsTaken, this.#position);
  }

  /** Parentheses that were opened since a place and are not closed. */
  depthFrom(from: number): number {
    let depth = 0;
    for (let index = from; index < this.#position; index++) {
      const { kind, text } = this.#tokens[index]!;
      if (kind === 'symbol' && text === '(') depth++;
      else if (kind === 'symbol' && text === ')') depth--;
    }
    return depth;
  }

  /** The text of these tokens, with white space and comments between them folded to one blank. */
  foldedText(from: number, to = this.#position): string {
    let text = '';
    for (let index = from; index < to; index++) {
      const token = this.#tokens[index]!;
      if (index > from && token.start > this.#tokens[index - 1]!.end) text += ' ';
      text += token.text;
    }
    return text;
  }
}
