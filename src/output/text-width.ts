import stringWidth from 'string-width';

/** Latin, Greek and Cyrillic letters and ASCII: each takes one column. The general rule costs fifty times as much. */
const narrow = '\\u0020-\\u007e\\u00a1-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0482\\u048a-\\u058f';
const allNarrow = new RegExp(`^[${narrow}]*$`);
/** Runs of narrow characters, and of others; these in pieces, for the time of the general rule is quadratic. */
const runs = new RegExp(`[${narrow}]+|[^${narrow}]{1,500}`, 'gu');

/** Terminal columns that a text without line ends takes. */
export function textWidth(text: string): number {
  if (allNarrow.test(text)) return text.length;
  let width = 0;
  for (const [run] of text.matchAll(runs)) width += allNarrow.test(run) ? run.length : stringWidth(run);
  return width;
}

/** The text filled with blanks to a width. */
export function pad(text: string, width: number, side: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)));
  return side === 'left' ? blanks + text : text + blanks;
}

/** The text in lines of at most `width` columns, broken at blanks where there are any near the end. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (!fits(rest, width)) {
    const cut = prefixLength(rest, width);
    const blank = rest.lastIndexOf(' ', cut);
    // A break far to the left wastes more than a broken word costs.
    const end = blank > cut / 2 ? blank : cut;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(rest[end] === ' ' ? end + 1 : end);
  }
  lines.push(rest);
  return lines;
}

/** UTF-16 units that one column can take: a family emoji has eleven. Looking no further keeps long texts linear. */
const unitsPerColumn = 16;

function fits(text: string, width: number): boolean {
  return text.length <= width * unitsPerColumn && textWidth(text) <= width;
}

/** How many UTF-16 units fit a width, whole characters as people see them; at least one character. */
function prefixLength(text: string, width: number): number {
  if (allNarrow.test(text.slice(0, width + 1))) return width;
  let length = 0;
  let used = 0;
  const near = text.slice(0, Math.max(64, width * unitsPerColumn));
  // Made here: the first one costs 8 ms, later ones nothing.
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(near)) {
    used += textWidth(segment);
    if (used > width && length > 0) break;
    length += segment.length;
    if (used > width) break;
  }
  return length;
}
