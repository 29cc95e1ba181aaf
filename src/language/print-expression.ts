import type { Access, Binary, Call, Comment, Expression, In, Like, List, Query, Subquery, Unary } from './ast.ts';
import { align, group, hardLine, join, line, type Doc } from './layout.ts';
import { printSegments, quoteString, quoteWord } from './quote.ts';

/** Lays out the query of a subquery; given by `print.ts`, for expressions hold stages and stages hold expressions. */
export type QueryPrinter = (query: Query) => Doc;

/** Prints expressions and what stands in them. */
export class ExpressionPrinter {
  readonly query: QueryPrinter;

  constructor(query: QueryPrinter) {
    this.query = query;
  }

  /** An expression, in parentheses where it has them or needs them to bind at least this strongly. */
  expression(node: Expression, strength = 0): Doc {
    const doc = this.#bare(node);
    return node.parenthesized === true || strengthOf(node) < strength ? ['(', align(doc), ')'] : doc;
  }

  subquery({ query }: Subquery): Doc {
    return group(['(', align([this.query(query), query.trailingComments ? hardLine : '', ')'])]);
  }

  #bare(node: Expression): Doc {
    switch (node.kind) {
      case 'Field':
        return printSegments(node.segments);
      case 'StringLiteral':
        return node.raw ?? quoteString(node.value);
      case 'NumberLiteral':
      case 'DurationLiteral':
        return node.raw;
      case 'BooleanLiteral':
        return String(node.value);
      case 'RegexLiteral':
        return `/${node.pattern}/`;
      case 'Placeholder':
        return `{{${node.name}}}`;
      case 'Call':
        return this.#call(node);
      case 'Unary':
        return this.#unary(node);
      case 'Binary':
        return this.#binary(node);
      case 'Like':
        return this.#like(node);
      case 'In':
        return this.#in(node);
      case 'List':
        return this.#list(node);
      case 'Access':
        return this.#access(node);
    }
  }

  #call({ name, args, star }: Call): Doc {
    if (star === true) return `${name.text}(*)`;
    if (args.length === 0) return `${name.text}()`;
    const docs = args.map((argument) => this.expression(argument));
    return group([name.text, '(', align(join(docs, [',', line])), ')']);
  }

  #unary({ operator, spelling, operand }: Unary): Doc {
    if (operator === 'not') return [spelling ?? 'not ', this.expression(operand, strengths.not)];
    return ['-', this.expression(operand, strengths.unary)];
  }

  #binary(node: Binary): Doc {
    if (node.operator === 'and' || node.operator === 'or') return this.#logical(node);
    if (node.operator === '^') {
      return [this.expression(node.left, strengths.unary), ' ^ ', this.expression(node.right, strengths['^'])];
    }
    const strength = strengths[node.operator];
    const isComparison = strength === strengths['='];
    const operands: Doc[] = [];
    let left: Expression = node;
    // A row of operators is a tree that leans to the left, as deep as the row is long: walked in a loop.
    do {
      operands.push(this.expression(left.right, strength + 1), ` ${left.operator} `);
      left = left.left;
    } while (!isComparison && isRow(left, strength));
    operands.push(this.expression(left, isComparison ? strength + 1 : strength));
    return operands.reverse();
  }

  /** `a and b and c`: a line for each where the row does not fit on one. */
  #logical(node: Binary): Doc {
    const strength = strengths[node.operator];
    const operands: Doc[] = [];
    let left: Expression = node;
    do {
      const { comments } = left.right;
      operands.push([node.operator, ' ', this.expression(left.right, strength + 1)]);
      operands.push(comments ? printComments(comments) : line);
      left = left.left;
    } while (isRow(left, strength));
    operands.push(this.expression(left, strength));
    return group(align(operands.reverse()));
  }

  #like({ operator, negated, value, pattern }: Like): Doc {
    const left = this.expression(value, strengths['+']);
    return [left, negated ? ' not ' : ' ', operator, ' ', this.expression(pattern, strengths['+'])];
  }

  #in({ negated, value, set }: In): Doc {
    const right = set.kind === 'Subquery' ? this.subquery(set) : this.expression(set);
    return [this.expression(value, strengths['+']), negated ? ' not in ' : ' in ', right];
  }

  #list({ items }: List): Doc {
    const docs = items.map((item, index) => [this.expression(item), index < items.length - 1 ? ',' : '']);
    return ['[', align(docs.map((doc, index) => (index === 0 ? doc : group([line, doc])))), ']'];
  }

  #access(node: Access): Doc {
    const suffixes: Doc[] = [printKey(node.key)];
    let inner = node.object;
    while (inner.kind === 'Access' && inner.parenthesized !== true) {
      suffixes.push(printKey(inner.key));
      inner = inner.object;
    }
    const doc = this.expression(inner, strengths.postfix);
    const runsOn =
      inner.parenthesized !== true && (wouldRunOn.has(inner.kind) || (inner.kind === 'Field' && !isIndexed(node)));
    return [runsOn ? ['(', doc, ')'] : doc, ...suffixes.reverse()];
  }
}

/** Literals that a dot or bracket would join to another token. */
const wouldRunOn: ReadonlySet<string> = new Set([
  'NumberLiteral',
  'DurationLiteral',
  'BooleanLiteral',
  'RegexLiteral',
  'List',
]);

/** The innermost access is `[0]`; a name would read as part of the field's path. */
function isIndexed(node: Access): boolean {
  let inner = node;
  while (inner.object.kind === 'Access' && inner.object.parenthesized !== true) inner = inner.object;
  return typeof inner.key === 'number';
}

/** Comments before what stands on the next line; one that ended a line ends the line before. */
export function printComments(comments: readonly Comment[], { atStart = false } = {}): Doc {
  return [comments.map((comment, index) => printComment(comment, index, atStart)), hardLine];
}

/** Comments after all else. */
export function printTrailingComments(comments: readonly Comment[], { atStart = false } = {}): Doc {
  const last = comments.length - 1;
  return comments.map((comment, index) => printComment(comment, index, atStart, index === last));
}

function printComment(comment: Comment, index: number, atStart: boolean, isLast = false): Doc {
  const separator = index > 0 || (comment.ownLine && !atStart) ? hardLine : atStart ? '' : ' ';
  return [separator, `#${comment.text}`, comment.blankLineAfter === true && !isLast ? '\n' : ''];
}

function printKey(key: Access['key']): string {
  if (typeof key === 'number') return `[${key}]`;
  const isBare = key.quoted !== true && /^(?:\d+|[\p{L}_@][\p{L}\p{N}_@]*)$/u.test(key.text);
  return `.${isBare ? key.text : quoteWord(key.text, true)}`;
}

function isRow(node: Expression, strength: number): node is Binary {
  return node.kind === 'Binary' && node.parenthesized !== true && strengths[node.operator] === strength;
}

/** How strongly operators bind; `^` to the right, the others to the left, comparisons not at all. */
const strengths = {
  or: 1,
  and: 2,
  not: 3,
  '=': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
  '^': 7,
  unary: 8,
  postfix: 9,
} as const;

function strengthOf(node: Expression): number {
  switch (node.kind) {
    case 'Binary':
      return strengths[node.operator];
    case 'Unary':
      return node.operator === 'not' ? strengths.not : strengths.unary;
    case 'Like':
    case 'In':
      return strengths['='];
    default:
      return strengths.postfix;
  }
}
