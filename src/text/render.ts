import type { Diagnostic } from './diagnostic.ts';
import { lineAround, locate } from './position.ts';
import type { Source, Span } from './source.ts';

/** Columns of a line that a frame shows; longer lines are cut around the span. */
const frameWidth = 100;

/** `name:line:column: severity: message [code]`, the line with the span underlined, and the help. */
export function renderDiagnostic(source: Source, diagnostic: Diagnostic): string {
  const { line, column } = locate(source.text, diagnostic.span.start);
  const head = `${source.name}:${line}:${column}: ${diagnostic.severity}: ${diagnostic.message} [${diagnostic.code}]`;
  const help = diagnostic.help === undefined ? '' : `\n  = help: ${diagnostic.help}`;
  return `${head}\n${codeFrame(source.text, diagnostic.span, line)}${help}`;
}

/** The line in which a span begins, and carets under the part of the span that is on it. */
export function codeFrame(text: string, span: Span, line = locate(text, span.start).line): string {
  const bounds = lineAround(text, span.start);
  const from = span.start - bounds.start;
  const to = Math.max(from + 1, Math.min(span.end, bounds.end) - bounds.start);
  const window = cut(text.slice(bounds.start, bounds.end), from, to);
  const gutter = String(line);
  const carets = '^'.repeat(Math.max(1, displayWidth(window.marked)));
  return `${gutter} | ${window.before}${window.marked}${window.after}\n${' '.repeat(gutter.length)} | ${blank(window.before)}${carets}`;
}

interface Window {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The part of a line around `from`…`to` that fits a frame, with control characters made visible. */
function cut(line: string, from: number, to: number): Window {
  if (line.length <= frameWidth) return window(line, 0, from, to, line.length);
  const start = Math.max(0, Math.min(from - 20, line.length - frameWidth));
  const end = Math.min(line.length, start + frameWidth);
  const { before, marked, after } = window(line, start, from, Math.min(to, end), end);
  return { before: start > 0 ? `…${before}` : before, marked, after: end < line.length ? `${after}…` : after };
}

function window(line: string, ...places: readonly [number, number, number, number]): Window {
  const [start, from, to, end] = places.map((place) => beforeCharacter(line, place)) as [
    number,
    number,
    number,
    number,
  ];
  return {
    before: visible(line.slice(start, from)),
    marked: visible(line.slice(from, to)),
    after: visible(line.slice(to, end)),
  };
}

/** A place inside a character of two units is moved before it: half of one would be shown as another. */
function beforeCharacter(line: string, place: number): number {
  const isInside = /^[\ud800-\udbff][\udc00-\udfff]$/.test(line.slice(Math.max(0, place - 1), place + 1));
  return isInside ? place - 1 : place;
}

/**
 * Control characters and those that turn the direction of writing would move the caret or the terminal:
 * each becomes one visible character. Tabs stay.
 */
function visible(text: string): string {
  // eslint-disable-next-line no-control-regex -- these characters are the subject
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\u{fffd}');
}

/** White space as wide as the text: tabs stay tabs. */
function blank(text: string): string {
  return [...text].map((character) => (character === '\t' ? '\t' : ' '.repeat(displayWidth(character)))).join('');
}

/** Terminal columns of a text: wide characters take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}|\u200d|\ufe0f/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
