import type { Span } from '../text/source.ts';
import type {
  Command,
  Fill,
  Item,
  JsonPath,
  JsonText,
  LookupPair,
  Option,
  ParseMode,
  SortKey,
  SourceArgument,
  SourceSelector,
} from './command-nodes.ts';

/** A `#` comment; `text` is what follows the `#`, to the end of the line. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
  /** Nothing but white space (or the pipe or parenthesis of its stage) stands before it on its line. */
  readonly ownLine: boolean;
  /** A blank line follows: it parts a paragraph of comments (saved-query metadata) from the next. */
  readonly blankLineAfter?: boolean;
}

export interface NodeBase {
  readonly span: Span;
  /** Comments between the previous token and this node's first; kept on commands and list items. */
  readonly comments?: readonly Comment[];
}

/** A whole query. */
export interface Query extends NodeBase {
  readonly kind: 'Query';
  readonly commands: readonly Command[];
  /** Comments after the last token. */
  readonly trailingComments?: readonly Comment[];
}

// Names and literals

/** A bare or backticked word: an alias, a function name, an option name. `text` is without backticks. */
export interface Name extends NodeBase {
  readonly kind: 'Name';
  readonly text: string;
  /** Written with backticks; the printer adds them wherever the text needs them. */
  readonly quoted?: boolean;
}

export interface StringLiteral extends ExpressionBase {
  readonly kind: 'StringLiteral';
  /** After unescaping. */
  readonly value: string;
  /** As written, quotes included, where it holds a backslash: what the service unescapes is not known, so it is printed back. */
  readonly raw?: string;
}

export interface NumberLiteral extends ExpressionBase {
  readonly kind: 'NumberLiteral';
  readonly value: number;
  /** As written. */
  readonly raw: string;
}

export type DurationUnit = 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface DurationLiteral extends ExpressionBase {
  readonly kind: 'DurationLiteral';
  /** As written: not clamped to the unit's cap. */
  readonly amount: number;
  readonly unit: DurationUnit;
  readonly raw: string;
}

export interface BooleanLiteral extends ExpressionBase {
  readonly kind: 'BooleanLiteral';
  readonly value: boolean;
}

export interface RegexLiteral extends ExpressionBase {
  readonly kind: 'RegexLiteral';
  /** Between the slashes, as written: `\/` is still escaped. */
  readonly pattern: string;
}

/** `{{name}}`: a parameter of a saved query. */
export interface Placeholder extends ExpressionBase {
  readonly kind: 'Placeholder';
  readonly name: string;
}

// Expressions

export type Expression =
  | Field
  | StringLiteral
  | NumberLiteral
  | DurationLiteral
  | BooleanLiteral
  | RegexLiteral
  | Placeholder
  | Call
  | Unary
  | Binary
  | Like
  | In
  | List
  | Access;

interface ExpressionBase extends NodeBase {
  /** Stands in parentheses in the text; the printer keeps them. Not part of the meaning. */
  readonly parenthesized?: boolean;
}

/** A field or alias: `srcaddr`, `` `account-id` ``, `a.b.0`, ``@`aws.tag.team` ``. */
export interface Field extends ExpressionBase {
  readonly kind: 'Field';
  /** The whole name without backticks: the name of the result column and of the scope entry. */
  readonly name: string;
  /** Path segments; `quoted` ones are literal keys that may hold dots. */
  readonly segments: readonly FieldSegment[];
}

export interface FieldSegment {
  readonly text: string;
  readonly quoted?: boolean;
  /** The `@` at the start of the text stands before the backticks. */
  readonly prefixed?: boolean;
}

/** `.name` or `[index]` after a call or an index: `jsonParse(f).a`, `m.users[1].name`. */
export interface Access extends ExpressionBase {
  readonly kind: 'Access';
  readonly object: Expression;
  readonly key: FieldSegment | number;
}

export interface Call extends ExpressionBase {
  readonly kind: 'Call';
  /** As written; functions match without regard to case. */
  readonly name: Name;
  readonly args: readonly Expression[];
  /** `count(*)`: the star is the only argument. */
  readonly star?: boolean;
}

export interface Unary extends ExpressionBase {
  readonly kind: 'Unary';
  /** `!` is read as `not`. */
  readonly operator: '-' | 'not';
  /** How `not` was written; printed back, for the service may bind `!` more strongly. */
  readonly spelling?: '!';
  readonly operand: Expression;
}

export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | '^';

export interface Binary extends ExpressionBase {
  readonly kind: 'Binary';
  /** `==` is read as `=`; the linter sees the spelling in the text under `operatorSpan`. */
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}

/** `f like "x"`, `f not like /x/`, `f =~ /x/`, `f ~= /x/`. */
export interface Like extends ExpressionBase {
  readonly kind: 'Like';
  readonly operator: 'like' | '=~' | '~=';
  readonly operatorSpan: Span;
  readonly negated: boolean;
  readonly value: Expression;
  /** A string (substring test), a regex (search), or an expression. */
  readonly pattern: Expression;
}

/** `f in [1, 2]`, `f not in ["a"]`, `f in (SOURCE '/g' | … | fields f)`. */
export interface In extends ExpressionBase {
  readonly kind: 'In';
  readonly negated: boolean;
  readonly value: Expression;
  readonly set: Expression | Subquery;
}

export interface List extends ExpressionBase {
  readonly kind: 'List';
  readonly items: readonly Expression[];
}

export interface Subquery extends NodeBase {
  readonly kind: 'Subquery';
  readonly query: Query;
}

/** Every node that can stand in a tree. */
export type Node =
  | Query
  | Command
  | Expression
  | Subquery
  | Name
  | Item
  | SortKey
  | ParseMode
  | JsonPath
  | LookupPair
  | Option
  | SourceSelector
  | SourceArgument
  | JsonText
  | Fill;
