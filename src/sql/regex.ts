import type { RegexLiteral } from '../language/ast.ts';
import { invalid } from './refusal.ts';
import {
  canBeEmpty,
  readRegex,
  RegexSyntaxError,
  writeRegex,
  type RegexAlternation,
  type RegexGroup,
  type RegexNode,
} from './regex-tree.ts';
import { sqlString } from './value.ts';

/** A group of a pattern as the engine sees it. */
export interface CapturedGroup {
  /** As the query names it; absent for a group without a name. */
  readonly name?: string;
  /** Its name in `pattern`. */
  readonly alias: string;
  /** When its text is empty: it matched the empty text, or took no part. `wrapper` of a group decides between the two. */
  readonly whenEmpty: 'present' | 'missing' | { readonly wrapper: string };
}

export interface CompiledRegex {
  /** For RE2 as DuckDB has it: `(?P<g1>…)`. */
  readonly pattern: string;
  readonly groups: readonly CapturedGroup[];
  /** Names of all captures of `pattern`, in order. */
  readonly captures: readonly string[];
}

/** A regex literal for a search, as a SQL string. */
export function regexLiteral(node: RegexLiteral): string {
  const tree = readTree(node);
  return sqlString(writeRegex(tree, () => '(?:'));
}

/** A regex literal whose groups become fields. */
export function compileRegex(node: RegexLiteral): CompiledRegex {
  const tree = readTree(node);
  const wrappers = new Map<RegexNode, string>();
  const groups: CapturedGroup[] = [];
  collect(tree, { isOptional: false, witnesses: [] }, (group, place) => {
    groups.push({
      ...(group.name === undefined ? {} : { name: group.name }),
      alias: `g${group.index}`,
      whenEmpty: emptiness(group, place, wrappers),
    });
  });
  const captures: string[] = [];
  const pattern = writeWrapped(tree, wrappers, captures);
  return { pattern, groups, captures };
}

function readTree(node: RegexLiteral): RegexAlternation {
  try {
    return readRegex(node.pattern.replaceAll('\\/', '/'));
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    throw invalid(
      node.span,
      'unsupported-regex',
      `${error.message} is not understood: regular expressions are those of RE2.`,
      'Write it without look-around and back-references, all brackets closed.',
    );
  }
}

interface Place {
  /** The match can succeed without the group. */
  readonly isOptional: boolean;
  /** Optional parts around the group that cannot be empty when they take part, innermost last. */
  readonly witnesses: readonly RegexNode[];
}

function collect(node: RegexNode, place: Place, found: (group: RegexGroup, place: Place) => void): void {
  switch (node.kind) {
    case 'alternation':
      for (const branch of node.branches) {
        collect(branch, node.branches.length > 1 ? inside(branch, place) : place, found);
      }
      return;
    case 'sequence':
      node.parts.forEach((part) => collect(part, place, found));
      return;
    case 'group':
      if (node.index !== undefined) found(node, place);
      collect(node.body, place, found);
      return;
    case 'repeat':
      collect(node.body, node.isOptional ? inside(node.body, place) : place, found);
      return;
    case 'atom':
  }
}

function inside(part: RegexNode, place: Place): Place {
  return { isOptional: true, witnesses: canBeEmpty(part) ? [] : [...place.witnesses, part] };
}

function emptiness(group: RegexGroup, place: Place, wrappers: Map<RegexNode, string>): CapturedGroup['whenEmpty'] {
  if (!place.isOptional) return 'present';
  if (!canBeEmpty(group.body)) return 'missing';
  const witness = place.witnesses.at(-1);
  if (!witness) return 'missing';
  const wrapper = wrappers.get(witness) ?? `w${wrappers.size + 1}`;
  wrappers.set(witness, wrapper);
  return { wrapper };
}

/** The pattern with named captures, and with the witnesses captured too. */
function writeWrapped(node: RegexNode, wrappers: ReadonlyMap<RegexNode, string>, captures: string[]): string {
  const wrapper = wrappers.get(node);
  if (wrapper !== undefined) captures.push(wrapper);
  const text = writePlain(node, wrappers, captures);
  return wrapper === undefined ? text : `(?P<${wrapper}>${text})`;
}

function writePlain(node: RegexNode, wrappers: ReadonlyMap<RegexNode, string>, captures: string[]): string {
  const write = (inner: RegexNode): string => writeWrapped(inner, wrappers, captures);
  switch (node.kind) {
    case 'alternation':
      return node.branches.map(write).join('|');
    case 'sequence':
      return node.parts.map(write).join('');
    case 'group': {
      if (node.index === undefined) return `(?:${write(node.body)})`;
      captures.push(`g${node.index}`);
      return `(?P<g${node.index}>${write(node.body)})`;
    }
    case 'repeat':
      return `${write(node.body)}${node.quantifier}`;
    case 'atom':
      return node.text;
  }
}
