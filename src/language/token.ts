import type { Span } from '../text/source.ts';
import type { Comment, DurationUnit, FieldSegment } from './ast.ts';

export type TokenKind =
  | 'word'
  | 'number'
  | 'duration'
  | 'string'
  | 'regex'
  | 'placeholder'
  | 'symbol'
  | 'malformed' // reported already, or a character that has no meaning
  | 'end';

/** The smallest part of a query that means something; white space and comments lie between tokens. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  /** A word without backticks or dots, in lower case: it may be a keyword. */
  readonly keyword: string | undefined;
  /** Of a word: its path. */
  readonly segments: readonly FieldSegment[] | undefined;
  /** Of a string: after unescaping. Of a regex: between the slashes. Of a placeholder: its name. */
  readonly value: string | undefined;
  /** Of a duration. */
  readonly unit: DurationUnit | undefined;
  /** Between the token before and this one. */
  readonly comments: readonly Comment[];
  /** The lexer has a diagnostic for it: no second one is needed. */
  readonly isReported: boolean | undefined;
}
