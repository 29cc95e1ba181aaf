import type { Position } from './source.ts';

/** The line and column of an offset. CRLF, LF and a lone CR end a line. */
export function locate(text: string, offset: number): Position {
  const end = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) {
      line++;
      lineStart = index + 1;
    }
  }
  return { line, column: [...text.slice(lineStart, end)].length + 1 };
}

/** The bounds of the line that holds an offset, without its line end. */
export function lineAround(text: string, offset: number): { readonly start: number; readonly end: number } {
  const place = Math.max(0, Math.min(offset, text.length));
  let start = place;
  while (start > 0 && !endsLine(text, start - 1)) start--;
  let end = place;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  // Between the two characters of a line end, the line is the one that they end.
  if (text[end] === '\n' && end > start && text[end - 1] === '\r') end--;
  return { start, end };
}

function endsLine(text: string, index: number): boolean {
  return text[index] === '\n' || (text[index] === '\r' && text[index + 1] !== '\n');
}
