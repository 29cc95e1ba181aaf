/** What a regular expression is made of, as far as its groups are concerned. Written for RE2's syntax. */
export type RegexNode = RegexAlternation | RegexSequence | RegexGroup | RegexRepeat | RegexAtom;

export interface RegexAlternation {
  readonly kind: 'alternation';
  readonly branches: readonly RegexSequence[];
}

export interface RegexSequence {
  readonly kind: 'sequence';
  readonly parts: readonly RegexNode[];
}

/** `(…)`, `(?<name>…)`, `(?:…)`. */
export interface RegexGroup {
  readonly kind: 'group';
  /** Counted from 1 over all capturing groups; absent where it captures nothing. */
  readonly index?: number;
  readonly name?: string;
  readonly body: RegexAlternation;
}

export interface RegexRepeat {
  readonly kind: 'repeat';
  readonly body: RegexNode;
  /** As written: `*`, `+?`, `{2,3}`. */
  readonly quantifier: string;
  readonly isOptional: boolean;
}

/** One character, class, escape or assertion, as written. */
export interface RegexAtom {
  readonly kind: 'atom';
  readonly text: string;
  /** An assertion (`^`, `\b`) or flags: matches the empty text. */
  readonly isEmpty: boolean;
}

/** A part of the pattern that no engine of ours understands. */
export class RegexSyntaxError extends Error {
  override readonly name = 'RegexSyntaxError';
}

/** Reads a pattern; throws `RegexSyntaxError` on look-around, back-references and unbalanced parentheses. */
export function readRegex(pattern: string): RegexAlternation {
  let at = 0;
  let groups = 0;

  const alternation = (): RegexAlternation => {
    const branches = [sequence()];
    while (pattern[at] === '|') {
      at++;
      branches.push(sequence());
    }
    return { kind: 'alternation', branches };
  };
  const sequence = (): RegexSequence => {
    const parts: RegexNode[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') parts.push(repeated(primary()));
    return { kind: 'sequence', parts };
  };
  const repeated = (body: RegexNode): RegexNode => {
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(at))?.[0];
    if (quantifier === undefined) return body;
    at += quantifier.length;
    return repeated({ kind: 'repeat', body, quantifier, isOptional: /^(?:[*?]|\{0)/.test(quantifier) });
  };
  const primary = (): RegexNode => {
    if (pattern[at] === '(') return group();
    const text = atom();
    return { kind: 'atom', text, isEmpty: /^(?:[\^$]|\\[bBAzZQE])$/.test(text) };
  };
  const atom = (): string => {
    const rest = pattern.slice(at);
    const text =
      /^(?:\\Q[\s\S]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\x[0-9A-Fa-f]{2}|\\[\s\S]|\[\^?\]?(?:\[:[^\]]*:\]|\\[\s\S]|[^\]\\])*\]|[\s\S])/.exec(
        rest,
      )![0];
    if (/^\\[1-9]$/.test(text)) throw new RegexSyntaxError(`The back-reference "${text}"`);
    if (text === '[') throw new RegexSyntaxError('A "[" that is never closed');
    at += text.length;
    return text;
  };
  const group = (): RegexNode => {
    const open = /^\((?:\?(?:P?<([^>=!][^>]*)>|([a-zA-Z-]*)([:)])|(<?[=!])))?/.exec(pattern.slice(at))!;
    const [text, name, flags, flagsEnd, look] = open;
    if (look !== undefined) throw new RegexSyntaxError(`The look-around "(?${look}…)"`);
    if (text === '(' && pattern[at + 1] === '?') throw new RegexSyntaxError('A group that begins with "(?"');
    at += text.length;
    if (flagsEnd === ')') return { kind: 'atom', text, isEmpty: true };
    const index = flagsEnd === undefined ? ++groups : undefined;
    const inner = alternation();
    if (pattern[at] !== ')') throw new RegexSyntaxError('A "(" that is never closed');
    at++;
    const flagged: RegexAlternation = flags
      ? { ...inner, branches: inner.branches.map((branch, place) => (place === 0 ? withFlags(branch, flags) : branch)) }
      : inner;
    return { kind: 'group', body: flagged, ...(index === undefined ? {} : { index }), ...(name ? { name } : {}) };
  };
  const tree = alternation();
  if (at < pattern.length) throw new RegexSyntaxError('A ")" that was never opened');
  return tree;
}

/** `(?i:…)` as `(?:(?i)…)`: flags hold to the end of the group. */
function withFlags(branch: RegexSequence, flags: string): RegexSequence {
  return { kind: 'sequence', parts: [{ kind: 'atom', text: `(?${flags})`, isEmpty: true }, ...branch.parts] };
}

/** The node can match the empty text. */
export function canBeEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case 'alternation':
      return node.branches.some(canBeEmpty);
    case 'sequence':
      return node.parts.every(canBeEmpty);
    case 'group':
      return canBeEmpty(node.body);
    case 'repeat':
      return node.isOptional || canBeEmpty(node.body);
    case 'atom':
      return node.isEmpty;
  }
}

/** The pattern again, with each capturing group opened as `open` says. */
export function writeRegex(node: RegexNode, open: (group: RegexGroup) => string): string {
  switch (node.kind) {
    case 'alternation':
      return node.branches.map((branch) => writeRegex(branch, open)).join('|');
    case 'sequence':
      return node.parts.map((part) => writeRegex(part, open)).join('');
    case 'group':
      return `${open(node)}${writeRegex(node.body, open)})`;
    case 'repeat':
      return `${writeRegex(node.body, open)}${node.quantifier}`;
    case 'atom':
      return node.text;
  }
}
