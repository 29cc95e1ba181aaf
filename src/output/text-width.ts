import stringWidth from 'string-width';

/** Terminal columns that a text without line ends takes. */
export function textWidth(text: string): number {
  // Nearly every cell; the general rule costs fifty times as much.
  return /^[\u0020-\u007e]*$/.test(text) ? text.length : stringWidth(text);
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
  while (textWidth(rest) > width) {
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

/** How many UTF-16 units fit a width, whole characters as people see them; at least one character. */
function prefixLength(text: string, width: number): number {
  if (/^[\u0020-\u007e]*$/.test(text.slice(0, width + 1))) return width;
  let length = 0;
  let used = 0;
  // No more characters can fit than columns, so a long rest is not segmented.
  const near = text.slice(0, Math.max(64, width * 16));
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(near)) {
    used += textWidth(segment);
    if (used > width && length > 0) break;
    length += segment.length;
    if (used > width) break;
  }
  return length;
}
