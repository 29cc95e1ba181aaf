import { findCommand } from '../language/commands.ts';
import { tokenize } from '../language/lexer.ts';
import type { Token } from '../language/token.ts';
import type { Span } from '../text/source.ts';

/** A bracket that is open at the cursor. */
export interface Bracket {
  readonly opener: '(' | '[';
  /** Where the opener stands among the tokens of the stage. */
  readonly index: number;
  /** How many commas stand between it and the cursor. */
  readonly commas: number;
}

/** Where a cursor stands in a query. */
export interface Place {
  /** Text that is no code: nothing can be completed in a comment or a regular expression. */
  readonly inside: 'code' | 'string' | 'nothing';
  /** What was typed of the word or string at the cursor. */
  readonly typed: string;
  /** The word at the cursor, or what a string holds. */
  readonly span: Span;
  /** What ends the string at the cursor where the text does not; empty elsewhere. */
  readonly closing: string;
  /** The stages before, of the query or subquery that the cursor is in. */
  readonly before: Span;
  /** The tokens of the stage, up to the word at the cursor. */
  readonly stage: readonly Token[];
  /** The innermost bracket that is open. */
  readonly bracket?: Bracket;
}

/** Looks at a query from a cursor: half-written text is normal there. */
export function placeOf(text: string, cursor: number): Place {
  const { tokens } = tokenize(text.slice(0, cursor));
  const words = tokens.slice(0, -1);
  const last = words.at(-1);
  const frame = frameOf(words);
  const atCursor = atomAt(text, cursor, tokens.at(-1)!, last);
  const stage = words.slice(frame.stageIndex, atCursor.takesLast ? -1 : undefined);
  return { ...atCursor, before: { start: frame.queryStart, end: frame.stageStart }, stage, ...bracketOf(stage) };
}

interface Frame {
  /** The token that opened it; the whole text has none. */
  readonly opener?: string;
  /** It holds stages, not an expression. */
  readonly isQuery: boolean;
  readonly queryStart: number;
  /** Offset at which the stages before end. */
  readonly stageStart: number;
  /** Token with which the stage begins. */
  readonly stageIndex: number;
}

/** The innermost query around the cursor, and its last stage. */
function frameOf(tokens: readonly Token[]): Frame {
  const frames: Frame[] = [{ isQuery: true, queryStart: 0, stageStart: 0, stageIndex: 0 }];
  tokens.forEach((token, index) => {
    if (token.kind !== 'symbol') return;
    if (token.text === '(' || token.text === '[') frames.push(openFrame(tokens, index));
    else if (token.text === ')' || token.text === ']') closeFrame(frames, token.text === ')' ? '(' : '[');
    else if (token.text === '|') {
      // A pipe ends every bracket that holds no stages: somebody forgot to close it.
      while (!frames.at(-1)!.isQuery) frames.pop();
      frames.push({ ...frames.pop()!, stageStart: token.start, stageIndex: index + 1 });
    }
  });
  return frames.findLast(({ isQuery }) => isQuery)!;
}

function openFrame(tokens: readonly Token[], index: number): Frame {
  const { end, text } = tokens[index]!;
  const [first, second] = [tokens[index + 1], tokens[index + 2]];
  const isQuery = text === '(' && first?.keyword !== undefined && isCommand(first) && second?.text !== '(';
  return { opener: text, isQuery, queryStart: end, stageStart: end, stageIndex: index + 1 };
}

function isCommand({ keyword }: Token): boolean {
  return keyword !== undefined && findCommand(keyword) !== undefined;
}

function closeFrame(frames: Frame[], opener: string): void {
  const index = frames.findLastIndex((frame) => frame.opener === opener);
  if (index > 0) frames.splice(index);
}

function bracketOf(stage: readonly Token[]): { readonly bracket?: Bracket } {
  const open: { opener: '(' | '['; index: number; commas: number }[] = [];
  stage.forEach(({ kind, text }, index) => {
    if (kind !== 'symbol') return;
    if (text === '(' || text === '[') open.push({ opener: text, index, commas: 0 });
    else if (text === ')' || text === ']') open.pop();
    else if (text === ',' && open.length > 0) open.at(-1)!.commas++;
  });
  const bracket = open.at(-1);
  return bracket ? { bracket } : {};
}

type Atom = Pick<Place, 'inside' | 'typed' | 'span' | 'closing'> & {
  /** The last token before the cursor is what is being typed. */
  readonly takesLast: boolean;
};

function atomAt(text: string, cursor: number, end: Token, last: Token | undefined): Atom {
  const nowhere: Atom = {
    inside: 'nothing',
    typed: '',
    span: { start: cursor, end: cursor },
    closing: '',
    takesLast: false,
  };
  if (end.comments.at(-1)?.span.end === cursor && cursor > 0) return nowhere;
  if (last?.isReported && (last.kind === 'string' || last.kind === 'regex')) {
    // An unclosed one ends where its line ends, white space aside: behind a line end the cursor is out of it.
    if (!/[\n\r]/.test(text.slice(last.end, cursor)))
      return last.kind === 'string' ? stringAtom(text, cursor, last) : nowhere;
  }
  if (
    last?.end === cursor &&
    (last.kind === 'word' || last.kind === 'number' || last.kind === 'duration' || last.kind === 'malformed')
  ) {
    return wordAtom(text, cursor, last);
  }
  return { ...nowhere, inside: 'code' };
}

function stringAtom(text: string, cursor: number, token: Token): Atom {
  const quote = text[token.start]!;
  const start = token.start + 1;
  const rest = /^[^\n\r|]*/.exec(text.slice(cursor))![0];
  const close = rest.indexOf(quote);
  return {
    inside: 'string',
    typed: text.slice(start, cursor),
    span: { start, end: close < 0 ? cursor : cursor + close },
    closing: close < 0 ? quote : '',
    takesLast: true,
  };
}

function wordAtom(text: string, cursor: number, token: Token): Atom {
  const rest = text.slice(cursor);
  const isTicked = text[token.start] === '`';
  const more = isTicked ? /^[^`\n\r|]*`|^/ : /^[\p{L}\p{N}_@.]*/u;
  return {
    inside: 'code',
    typed: text.slice(token.start, cursor).replaceAll('`', ''),
    span: { start: token.start, end: cursor + more.exec(rest)![0].length },
    closing: '',
    takesLast: true,
  };
}
