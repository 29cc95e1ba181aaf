/** A text with the name people know it by: a path, `-`, or `<query>`. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Part of a text: offsets in UTF-16 units, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span of nodes that were made by code and stand in no text. */
export const noSpan: Span = { start: 0, end: 0 };

/** Line and column of a place, both counted from 1; the column counts characters as a person sees them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
