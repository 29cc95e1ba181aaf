import { commandNames } from './commands.ts';
import type { LexerState, Scanned } from './lexer.ts';
import { unescapeString } from './quote.ts';

const typographicPairs: Readonly<Record<string, string>> = {
  '\u201c': '[\u201c\u201d\u201e\u201f"]',
  '\u201d': '[\u201c\u201d\u201e\u201f"]',
  '\u201e': '[\u201c\u201d\u201e\u201f"]',
  '\u2018': "[\u2018\u2019\u201a\u201b']",
  '\u2019': "[\u2018\u2019\u201a\u201b']",
  '\u201a': "[\u2018\u2019\u201a\u201b']",
};

/** `"…"` or `'…'`. One that has no end is cut where the next stage or line begins, so that the rest is still read. */
export function scanString(state: LexerState, start: number): Scanned {
  const { text } = state;
  const quote = text[start]!;
  const horizon = horizonOf(state, quote, start);
  const close = closingQuote(text.slice(0, horizon), start);
  if (close !== undefined && !swallowsStage(text, start + 1, close)) {
    return { kind: 'string', end: close + 1, value: unescapeString(text.slice(start + 1, close)) };
  }
  if (close === undefined) state.unclosed.add(quote);
  const end = cut(text.slice(0, horizon), start + 1);
  state.diagnostics.push({
    code: 'unclosed-string',
    severity: 'error',
    message: `The string ${shorten(text.slice(start, end))} has no closing quote.`,
    span: { start, end },
    help: `Add a closing ${quote}.`,
  });
  return { kind: 'string', end, value: unescapeString(text.slice(start + 1, end)), isReported: true };
}

/** `/…/`, to the first slash that has no backslash directly before it; character classes do not protect a slash. */
export function scanRegex(state: LexerState, start: number): Scanned {
  const { text } = state;
  const horizon = horizonOf(state, '/', start);
  const close = closingSlash(text.slice(0, horizon), start);
  if (close !== undefined && !swallowsStage(text, start + 1, close, { acrossLines: true })) {
    return withoutFlags(state, start, close);
  }
  if (close === undefined) state.unclosed.add('/');
  const end = cut(text.slice(0, horizon), start + 1);
  state.diagnostics.push({
    code: 'unclosed-regex',
    severity: 'error',
    message: `The regular expression ${shorten(text.slice(start, end))} has no closing slash.`,
    span: { start, end },
    help: 'Add a closing /; a slash inside is written \\/.',
  });
  return { kind: 'regex', end, value: text.slice(start + 1, end), isReported: true };
}

/** A string in quotes that a word processor made. */
export function scanTypographicString(state: LexerState, start: number): Scanned | undefined {
  const { text } = state;
  const closers = typographicPairs[text[start]!];
  if (closers === undefined) return undefined;
  const line = text.slice(start + 1, start + 1000).split('\n', 1)[0]!;
  const length = line.search(new RegExp(closers));
  const end = length < 0 ? start + 1 : start + length + 2;
  state.diagnostics.push({
    code: 'typographic-quote',
    severity: 'error',
    message: `${text[start]!} is a typographic quote, which the query language does not know.`,
    span: { start, end },
    help: 'Write straight quotes: "text" or \'text\'.',
    ...(length >= 0 && {
      fix: {
        description: 'Replace the quotes by straight ones.',
        edits: [
          { span: { start, end: start + 1 }, text: '"' },
          { span: { start: end - 1, end }, text: '"' },
        ],
      },
    }),
  });
  return length < 0
    ? { kind: 'malformed', end, isReported: true }
    : { kind: 'string', end, value: line.slice(0, length), isReported: true };
}

function withoutFlags(state: LexerState, start: number, close: number): Scanned {
  const { text } = state;
  const end = close + 1;
  const flags = /^[gimsuxy]+(?![\p{L}\p{N}_@.(])/u.exec(text.slice(end, end + 10))?.[0];
  const pattern = text.slice(start + 1, close);
  if (flags === undefined) return { kind: 'regex', end, value: pattern };
  const kept = flags.replace(/[^ims]/g, '');
  state.diagnostics.push({
    code: 'regex-flags',
    severity: 'error',
    message: `The flags "${flags}" cannot follow a regular expression.`,
    span: { start: end, end: end + flags.length },
    help: `Write them at its start: /(?${kept || 'i'})${shorten(pattern)}/.`,
    fix: {
      description: 'Move the flags to the start of the expression.',
      edits: [
        { span: { start: start + 1, end: start + 1 }, text: kept && `(?${kept})` },
        { span: { start: end, end: end + flags.length }, text: '' },
      ],
    },
  });
  return { kind: 'regex', end: end + flags.length, value: pattern, isReported: true };
}

/** How far to look for the end of a literal: all the way once, then only a little, or time would be quadratic. */
function horizonOf(state: LexerState, quote: string, start: number): number {
  return state.unclosed.has(quote) ? Math.min(state.text.length, start + 1000) : state.text.length;
}

function closingQuote(text: string, start: number): number | undefined {
  const quote = text[start]!;
  for (let index = start + 1; index < text.length; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === quote) return index;
  }
  return undefined;
}

function closingSlash(text: string, start: number): number | undefined {
  for (let index = text.indexOf('/', start + 2); index >= 0; index = text.indexOf('/', index + 1)) {
    if (text[index - 1] !== '\\') return index;
  }
  return undefined;
}

const stageStart = new RegExp(`[ \\t\\r]*(\\n\\s*)?\\|\\s*(?:${commandNames.join('|')})\\s`, 'iy');

/** A literal with a stage in it whose end is followed by a word: its own end was lost, this is the start of another one. */
function swallowsStage(text: string, start: number, close: number, { acrossLines = false } = {}): boolean {
  const follower = text[close + 1] ?? '';
  const runsOn = /[\p{L}\p{N}_@/]/u.test(follower);
  // What directly follows a whole literal is a blank, or closes or continues what it stands in.
  const isWhole = !acrossLines && /^[\s,)\]|#]?$/.test(follower);
  const boundary = isWhole ? undefined : findStage(text, start, close);
  return boundary !== undefined && (runsOn || boundary.onNewLine);
}

/** The end of an unclosed literal: before the next stage, or at the end of its line. */
function cut(text: string, start: number): number {
  const end = lineEnd(text, start);
  return findStage(text, start, end)?.index ?? trimmedEnd(text, start, end);
}

function findStage(text: string, start: number, end: number): { index: number; onNewLine: boolean } | undefined {
  // Not in the whole text: where no pipe follows, every literal would look through all the rest of it.
  const literal = text.slice(start, end);
  for (let at = literal.indexOf('|'); at >= 0; at = literal.indexOf('|', at + 1)) {
    const pipe = start + at;
    let index = pipe;
    while (index > start && /\s/.test(text[index - 1]!)) index--;
    stageStart.lastIndex = pipe;
    if (stageStart.test(text)) return { index, onNewLine: text.slice(index, pipe).includes('\n') };
  }
  return undefined;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && /\s/.test(text[trimmed - 1]!)) trimmed--;
  return trimmed;
}

function lineEnd(text: string, start: number): number {
  const index = text.indexOf('\n', start);
  return index < 0 ? text.length : index;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
