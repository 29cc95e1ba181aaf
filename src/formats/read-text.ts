import type { Diagnostic } from '../text/diagnostic.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { closestFieldSet, fieldSets, findField, isFlowFamily, type FieldSet } from './field-sets.ts';
import type { FormatField, LogFormat } from './format.ts';
import { scanHeader } from './header.ts';
import { scanFormat, type FieldToken, type ScannedFormat } from './scan.ts';

export interface ReadFormatOptions {
  /** Accept names that no field has, as text. */
  readonly allowUnknownFields?: boolean;
}

/** A format, or what is wrong with its text. */
export interface ReadFormatResult {
  /** Absent where a diagnostic is an error. */
  readonly format?: LogFormat;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a format string or a header line; knows fields, not the formats of the catalogue. */
export function readFormatText(text: string, options: ReadFormatOptions = {}): ReadFormatResult {
  const isHeader = !text.includes('$');
  const scanned = isHeader ? scanHeader(text) : scanFormat(text, { isWholeName: isNginxVariable });
  if (scanned.fields.length === 0 && scanned.diagnostics.length === 0) return { diagnostics: [emptyFormat(text)] };

  const set = closestFieldSet(scanned.fields.map(({ name }) => name));
  if (isHeader && !set && !options.allowUnknownFields) return { diagnostics: [unknownFormat(text)] };

  const fields = scanned.fields.map(({ name }) => formatField(name, set));
  const separators = cleanSeparators(scanned.literals, { isFlow: isFlowSet(set), isHeader });
  const diagnostics = [
    ...scanned.diagnostics,
    ...duplicateFields(scanned.fields, fields),
    ...adjacentFields(scanned.fields, separators),
    ...(options.allowUnknownFields ? [] : unknownFields(scanned, fields, set)),
  ].sort((left, right) => left.span.start - right.span.start);
  if (diagnostics.length > 0) return { diagnostics };
  return {
    format: { family: set?.family ?? 'unknown', fields, separators },
    diagnostics: unboundedFields(scanned.fields, fields, separators),
  };
}

/** Values that hold the text after them are cut short there, by flowq as by the service. */
function unboundedFields(
  tokens: readonly FieldToken[],
  fields: readonly FormatField[],
  separators: readonly string[],
): Diagnostic[] {
  return fields.flatMap(({ name, definition }, index) => {
    const following = separators[index + 1]!;
    const example = definition?.examples?.find((value) => following !== '' && value.includes(following));
    if (example === undefined) return [];
    return [
      {
        code: 'unbounded-field',
        severity: 'warning' as const,
        message: `Values of "${name}" such as "${example}" hold the text "${following}" that should end them.`,
        span: tokens[index]!.span,
        help: 'Let the log write quotes or brackets around the field; until then its value and the next ones are cut wrong.',
      },
    ];
  });
}

function isNginxVariable(name: string): boolean {
  return fieldSets.some((set) => set.family === 'nginx' && findField(set, name) !== undefined);
}

function isFlowSet(set: FieldSet | undefined): boolean {
  return set !== undefined && isFlowFamily(set.family);
}

function formatField(name: string, set: FieldSet | undefined): FormatField {
  const definition = set && findField(set, name);
  return definition ? { name: definition.name, definition } : { name };
}

/**
 * Line breaks of a long format string are one space. In flow logs any white space is: the service puts one space
 * between values however the format was typed. Quotes around a whole flow log format are the shell's.
 */
function cleanSeparators(
  literals: readonly string[],
  { isFlow, isHeader }: { readonly isFlow: boolean; readonly isHeader: boolean },
): readonly string[] {
  const last = literals.length - 1;
  const separators = literals.map((literal, index) => {
    if (literal === '' || (literal === ' ' && index > 0 && index < last)) return literal;
    const joined = literal.replace(/[ \t]*(?:\\?\r?\n[ \t]*)+/g, ' ');
    const spaced = isFlow ? joined.replace(/[ \t]+/g, ' ') : joined;
    const started = index === 0 ? spaced.trimStart() : spaced;
    return index === last ? started.trimEnd() : started;
  });
  if (!isFlow) return separators;
  if (isHeader) return separators.map((separator) => (separator === '' ? '' : ' '));
  const first = separators[0]!;
  if (/^["']$/.test(first) && separators[last] === first) return ['', ...separators.slice(1, last), ''];
  return separators;
}

function emptyFormat(text: string): Diagnostic {
  return {
    code: 'empty-format',
    severity: 'error',
    message: 'The format names no field.',
    span: { start: 0, end: text.length },
    help: 'Give the fields in the order of the log: "${srcaddr} ${dstaddr} ${action}".',
  };
}

function unknownFormat(text: string): Diagnostic {
  const shown = text.trim().length > 60 ? `${text.trim().slice(0, 60)}…` : text.trim();
  return {
    code: 'unknown-format',
    severity: 'error',
    message: `"${shown}" names no known field.`,
    span: { start: 0, end: text.length },
    help: 'Give a format string such as "${srcaddr} ${dstaddr} ${action}", the header line of a log file, or a name that "flowq formats" lists.',
  };
}

function duplicateFields(tokens: readonly FieldToken[], fields: readonly FormatField[]): Diagnostic[] {
  const seen = new Map<string, number>();
  return fields.flatMap(({ name }, index) => {
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, index);
      return [];
    }
    return [
      {
        code: 'duplicate-field',
        severity: 'error' as const,
        message: `Field "${name}" is already field ${first + 1} of the format.`,
        span: tokens[index]!.span,
        help: 'Name each field once.',
      },
    ];
  });
}

function adjacentFields(tokens: readonly FieldToken[], separators: readonly string[]): Diagnostic[] {
  return tokens.flatMap(({ name, span }, index) => {
    if (index === 0 || separators[index] !== '') return [];
    return [
      {
        code: 'adjacent-fields',
        severity: 'error' as const,
        message: `Nothing separates "${name}" from "${tokens[index - 1]!.name}", so no one can tell where one value ends.`,
        span,
        help: 'Put the text between them that stands between the values, usually one space.',
      },
    ];
  });
}

function unknownFields(
  { fields: tokens }: ScannedFormat,
  fields: readonly FormatField[],
  set: FieldSet | undefined,
): Diagnostic[] {
  return tokens.flatMap(({ name, span }, index) => {
    if (fields[index]!.definition) return [];
    return [
      {
        code: 'unknown-field',
        severity: 'error' as const,
        message: unknownField(name, set),
        span,
        help: unknownFieldHelp,
      },
    ];
  });
}

const unknownFieldHelp =
  '"flowq formats show NAME" lists the fields of a format; --allow-unknown-fields takes the name as text.';

function unknownField(name: string, set: FieldSet | undefined): string {
  const owner = fieldSets.find((other) => other !== set && findField(other, name));
  if (owner) return `Field "${name}" is of ${owner.title}, the others are of ${set?.title ?? 'no known log'}.`;
  const candidates = (set ? [set] : fieldSets).flatMap(({ fields }) => fields.map((field) => field.name));
  return `Unknown field "${name}"${set ? ` in ${set.title}` : ''}.${didYouMean(name, candidates)}`;
}
