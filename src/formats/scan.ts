import type { Diagnostic } from '../text/diagnostic.ts';
import type { Span } from '../text/source.ts';

/** A field reference in a format string. */
export interface FieldToken {
  readonly name: string;
  readonly span: Span;
}

/** The references of a format string and the literal text around them, one piece more than references. */
export interface ScannedFormat {
  readonly fields: readonly FieldToken[];
  readonly literals: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `isWholeName` says that a name ends where it is although a hyphen follows: nginx variables hold none. */
export interface ScanOptions {
  readonly isWholeName: (name: string) => boolean;
}

const bareName = /[A-Za-z_]\w*(?:[.-]\w+)*/y;

/** Finds `${a}`, `$a`, `$${a}` (Terraform), `${!a}` (Fn::Sub), `\${a}` and `\$a` (shell). */
export function scanFormat(text: string, { isWholeName }: ScanOptions): ScannedFormat {
  const fields: FieldToken[] = [];
  const literals: string[] = [];
  const diagnostics: Diagnostic[] = [];
  let literalStart = 0;
  let index = 0;
  while ((index = text.indexOf('$', index)) !== -1) {
    const start = text[index - 1] === '\\' && index > literalStart ? index - 1 : index;
    const dollar = text.startsWith('$${', index) ? index + 1 : index;
    const reference = text[dollar + 1] === '{' ? braced(text, start, dollar) : bare(text, dollar, isWholeName);
    if (reference.diagnostic) diagnostics.push(reference.diagnostic);
    if (reference.name !== undefined) {
      literals.push(text.slice(literalStart, start));
      fields.push({ name: reference.name, span: { start, end: reference.end } });
      literalStart = reference.end;
    }
    index = reference.end;
  }
  literals.push(text.slice(literalStart));
  return { fields, literals, diagnostics };
}

interface Reference {
  readonly name?: string;
  readonly end: number;
  readonly diagnostic?: Diagnostic;
}

/** `{` name `}`, with the `!` of Fn::Sub; a brace that nothing closes ends at the next white space or `$`. */
function braced(text: string, start: number, dollar: number): Reference {
  const from = text[dollar + 2] === '!' ? dollar + 3 : dollar + 2;
  const stop = /[}$\r\n]/g;
  stop.lastIndex = from;
  const closing = stop.exec(text);
  if (closing?.[0] !== '}') return unclosed(text, start, from);
  const end = closing.index + 1;
  const name = text.slice(from, closing.index).trim();
  if (/^[^\s{}]+$/.test(name)) return { name, end };
  return {
    end,
    diagnostic: {
      code: 'invalid-field-name',
      severity: 'error',
      message: name === '' ? `"${text.slice(start, end)}" names no field.` : `"${name}" cannot be a field name.`,
      span: { start, end },
      help: 'Write the name of one field between the braces: ${srcaddr}.',
    },
  };
}

function unclosed(text: string, start: number, from: number): Reference {
  const stop = /[\s$]|$/g;
  stop.lastIndex = from;
  const end = stop.exec(text)?.index ?? text.length;
  const name = text.slice(from, end);
  return {
    end,
    ...(name !== '' && { name }),
    diagnostic: {
      code: 'unclosed-field',
      severity: 'error',
      message: `"${text.slice(start, end)}" has no closing brace.`,
      span: { start, end },
      help: `Close it: \${${name || 'name'}}.`,
    },
  };
}

function bare(text: string, dollar: number, isWholeName: ScanOptions['isWholeName']): Reference {
  bareName.lastIndex = dollar + 1;
  const longest = bareName.exec(text)?.[0];
  if (longest === undefined) return loneDollar(dollar);
  const hyphen = longest.indexOf('-');
  const name = hyphen > 0 && isWholeName(longest.slice(0, hyphen)) ? longest.slice(0, hyphen) : longest;
  return { name, end: dollar + 1 + name.length };
}

function loneDollar(dollar: number): Reference {
  return {
    end: dollar + 1,
    diagnostic: {
      code: 'lone-dollar',
      severity: 'error',
      message: 'A "$" stands without the name of a field.',
      span: { start: dollar, end: dollar + 1 },
      help: 'Write the field as ${name} or $name; no other "$" can stand in a format.',
    },
  };
}
