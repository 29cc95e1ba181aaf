/** The `#` lines at the head of a query, without their `#`. */
export interface LeadingComments {
  readonly text: string;
  /** The place in the query of a place in `text`. */
  readonly offsetOf: (offset: number) => number;
}

/** Reads the unbroken run of lines that begin with `#`; one blank after each `#` is not part of the text. */
export function readLeadingComments(query: string): LeadingComments {
  const lines: { readonly start: number; readonly place: number }[] = [];
  const pattern = /[ \t]*#( ?)([^\r\n]*)(?:\r\n|\r|\n|$)/y;
  let text = '';
  pattern.lastIndex = query.startsWith('\ufeff') ? 1 : 0;
  for (let match = pattern.exec(query); match; match = pattern.exec(query)) {
    const body = match[2]!;
    lines.push({ start: text.length, place: match.index + match[0].indexOf('#') + 1 + match[1]!.length });
    text += `${body}\n`;
  }
  const offsetOf = (offset: number): number => {
    const line = lines.findLast(({ start }) => start <= offset);
    return line ? line.place + (offset - line.start) : 0;
  };
  return { text, offsetOf };
}
