import type { LogFormat } from '../../formats/format.ts';
import type { Name, Placeholder } from '../../language/ast.ts';
import type { JsonCommand, ParseCommand, ParseRegex } from '../../language/command-nodes.ts';
import type { ValueType } from '../../functions/definition.ts';
import type { FormatField } from '../../formats/format.ts';
import type { Span } from '../../text/source.ts';
import type { ScopeField } from '../analysis.ts';
import { fieldNamed, fieldsBehindGlob, readsMessage } from '../parse-definitions.ts';
import { nameOf } from '../name-of.ts';
import type { Pipeline } from '../pipeline.ts';
import { regexGroups } from '../regex-groups.ts';
import { withFields } from '../scope.ts';

/** `parse` makes fields; it does not show them. */
export function applyParse(command: ParseCommand, pipeline: Pipeline, format: LogFormat | undefined): Pipeline {
  return {
    ...pipeline,
    scope: withFields(pipeline.scope, parsedFields(command, readsMessage(command) ? format : undefined)),
  };
}

/** `json` makes fields of unknown type: numbers stay numbers. */
export function applyJson({ paths }: JsonCommand, pipeline: Pipeline): Pipeline {
  return {
    ...pipeline,
    scope: withFields(
      pipeline.scope,
      paths.map(({ name }) => made(name, 'any')),
    ),
  };
}

function parsedFields({ mode }: ParseCommand, format: LogFormat | undefined): ScopeField[] {
  switch (mode.kind) {
    case 'ParseGlob': {
      const { pattern, names } = mode;
      const behind =
        format && pattern.kind === 'StringLiteral' ? fieldsBehindGlob(pattern.value, names.map(nameOf), format) : [];
      return names.map((name, index) => made(name, 'any', behind[index]));
    }
    case 'ParseRegex':
      return namesOfRegex(mode).map(({ name, span }) => parsed(name, span, 'any', format && fieldNamed(name, format)));
    case 'ParseCsv':
      return mode.names.map((name) => made(name, 'any'));
    case 'ParseLogfmt':
      return [made(mode.name, 'map')];
    case 'ParseXml':
      return [made(mode.name, 'any')];
  }
}

/** Named groups become fields; groups without a name take the names of the `as` list in turn. */
export function namesOfRegex({ pattern, names }: ParseRegex): { name: string; span: Span }[] {
  const groups = regexGroups(pattern.pattern).flatMap(({ name, nameSpan }) =>
    name === undefined || nameSpan === undefined ? [] : [{ name, span: shift(nameSpan, pattern.span.start + 1) }],
  );
  return [...groups, ...names.map((name) => ({ name: nameOf(name), span: name.span }))];
}

/**
 * What `parse` captures is text that acts as a number where one is needed: its type is unknown
 * until the log format says what the text is.
 */
function made(name: Name | Placeholder, type: ValueType, behind?: FormatField): ScopeField {
  return parsed(nameOf(name), name.span, type, behind);
}

function parsed(name: string, madeAt: Span, type: ValueType, behind: FormatField | undefined): ScopeField {
  const definition = behind?.definition;
  return { name, type: definition?.type ?? type, origin: 'parsed', madeAt, ...(definition && { definition }) };
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
