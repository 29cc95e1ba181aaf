import type { Span } from '../../text/source.ts';

/** Text in a source that may be a format string. */
export interface Piece {
  /** With the escapes of the source language undone. */
  readonly text: string;
  /** Where it stands, without quotes. */
  readonly span: Span;
  /** Names people know it by, the best first; none where nothing around it has a name. */
  readonly names: readonly string[];
  /** The name of its key or variable says that it is a log format. */
  readonly isDeclared?: boolean;
}

/** Keys and variables that hold a log format: `log_format`, `LogFormat`, `flow_log_format`. */
export function isFormatKey(key: string): boolean {
  return /log[-_]?format/i.test(key);
}
