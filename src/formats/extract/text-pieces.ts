import { nameBefore } from './name-before.ts';
import { isFormatKey, type Piece } from './piece.ts';

/** A string of a source text before it is known to be a format. */
interface Literal {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Offsets with quotes or markers. */
  readonly outerStart: number;
  readonly outerEnd: number;
}

/** Strings of Terraform, YAML, shell, nginx and program sources. */
export function textPieces(text: string): readonly Piece[] {
  const literals = [...heredocs(text), ...blocks(text), ...quoted(text), ...plainScalars(text)]
    .filter(({ text: content, outerStart }) => content.includes('$') && !isCommented(text, outerStart))
    .sort((left, right) => left.outerStart - right.outerStart || right.outerEnd - left.outerEnd);
  const outermost: Literal[] = [];
  for (const literal of literals) {
    if (literal.outerStart >= (outermost.at(-1)?.outerEnd ?? 0)) outermost.push(literal);
  }
  return joined(text, outermost).map((literal) => pieceOf(text, literal));
}

/** `<<EOT … EOT` of Terraform and shells. */
function heredocs(text: string): readonly Literal[] {
  return [...text.matchAll(/<<[-~]?["']?(\w+)["']?[^\n]*\n([\s\S]*?)\n[ \t]*\1\b/g)].map((match) => {
    const start = match.index + match[0].indexOf('\n') + 1;
    return literalOf(match, { text: match[2]!, start });
  });
}

/** `key: >-` and `key: |` of YAML: the lines that are indented deeper than the key. */
function blocks(text: string): readonly Literal[] {
  const header =
    /^([ \t]*)[\w"'-]+[^\n]*:[ \t]*(?:!Sub[ \t]+)?[>|][-+\d]*[ \t]*\r?\n((?:\1[ \t]+[^\n]*(?:\n|$)|[ \t]*\r?\n)+)/gm;
  return [...text.matchAll(header)].map((match) => {
    const start = match.index + match[0].length - match[2]!.length;
    return literalOf(match, { text: match[2]!, start });
  });
}

/** Strings in quotes that end on their line, and template strings. */
function quoted(text: string): readonly Literal[] {
  return [...text.matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map((match) => {
    const content = (match[1] ?? match[2] ?? match[3])!;
    return literalOf(match, {
      text: content.replace(/\\(["'\\])/g, '$1'),
      start: match.index + 1,
      length: content.length,
    });
  });
}

/** `LogFormat: ${version} ${account-id}` without quotes, continued on deeper lines. */
function plainScalars(text: string): readonly Literal[] {
  const scalar = /^([ \t]*)(?:-[ \t]+)?[\w-]+:[ \t]+(?:!Sub[ \t]+)?(\$[^\n]*(?:\n\1[ \t]+\$[^\n]*)*)/gm;
  return [...text.matchAll(scalar)].map((match) => {
    const start = match.index + match[0].length - match[2]!.length;
    return literalOf(match, { text: match[2]!, start });
  });
}

function literalOf(
  match: RegExpMatchArray,
  { text, start, length = text.length }: { readonly text: string; readonly start: number; readonly length?: number },
): Literal {
  const outerEnd = match.index! + match[0].length;
  // The key in front of a YAML value is no part of it.
  const outerStart = match[0].startsWith('<<') || /^["'`]/.test(match[0]) ? match.index! : start;
  return { text, start, end: start + length, outerStart, outerEnd };
}

function isCommented(text: string, place: number): boolean {
  const lineStart = text.lastIndexOf('\n', place - 1) + 1;
  return /^\s*(?:#|\/\/|\*)/.test(text.slice(lineStart, place));
}

/** Strings next to each other are one: with a comma between them a list, which logs separate by spaces. */
function joined(source: string, literals: readonly Literal[]): readonly Literal[] {
  const result: Literal[] = [];
  for (const literal of literals) {
    const last = result.at(-1);
    const between = last && source.slice(last.outerEnd, literal.outerStart);
    const joint =
      between === undefined ? undefined : /^\s*,\s*$/.test(between) ? ' ' : /^[\s+\\]*$/.test(between) ? '' : undefined;
    if (!last || joint === undefined) result.push(literal);
    else
      result[result.length - 1] = {
        ...last,
        text: last.text + joint + literal.text,
        end: literal.end,
        outerEnd: literal.outerEnd,
      };
  }
  return result;
}

function pieceOf(source: string, { text, start, end, outerStart }: Literal): Piece {
  const before = source.slice(0, outerStart);
  const key = /([\w-]+)["']?\s*[:=]\s*(?:!Sub\s*|join\([^[]*\[?\s*|Fn::Sub:\s*)?[[(]?\s*$/.exec(before)?.[1];
  const nginx = /\blog_format\s+(\w+)\s+(?:escape=\w+\s+)?$/.exec(before)?.[1];
  if (nginx !== undefined) return { text, span: { start, end }, names: [nginx], isDeclared: true };
  const isDeclared = /--log-format[\s=]+$/.test(before) || (key !== undefined && isFormatKey(key));
  const named = nameBefore(source, start);
  const names = [...named, ...(key === undefined || /^(?:log_?format|format|default|value)$/i.test(key) ? [] : [key])];
  return { text, span: { start, end }, names, isDeclared };
}
