import { fieldNamed, isGlobOf, readsMessage } from '../../analysis/parse-definitions.ts';
import type { LogFormat } from '../../formats/format.ts';
import { columnName, type NameStyle } from '../../formats/names.ts';
import type { ParseCommand, ParseGlob } from '../../language/command-nodes.ts';
import { fieldsIn } from '../fields-in.ts';
import { namesOfFormatParse } from '../format-parse.ts';
import { namesInWords } from '../place.ts';
import type { ReportDetails, Rule, RuleContext } from '../rule.ts';

export const parseMatchesFormat: Rule = {
  code: 'parse-matches-format',
  severity: 'error',
  summary: 'A "parse" of the message must fit the log format.',
  explanation:
    'A star too many, or a name at the wrong place, puts every later value under the wrong name, and no error is shown. ' +
    'With a known format the whole command can be written from it.',
  examples: [
    {
      wrong: 'parse @message "* * *" as srcaddr, action, dstaddr | filter action = "REJECT" | limit 20',
      right: 'parse @message "* * *" as srcaddr, dstaddr, action | filter action = "REJECT" | limit 20',
      format: '${srcaddr} ${dstaddr} ${action}',
    },
  ],
  create: (context) => {
    const { format } = context;
    if (!format) return {};
    return {
      ParseCommand(command) {
        const { mode } = command;
        if (mode.kind !== 'ParseGlob' || mode.pattern.kind !== 'StringLiteral') return;
        if (!readsMessage(command)) return;
        const names = namesOfFormatParse(mode, format);
        if (!names) return;
        const problem = whatIsWrong(mode, mode.pattern.value, names, format);
        if (problem) context.report(problem.place, problem.message, details(command, names, format, context));
      },
    };
  },
};

interface Problem {
  readonly place: ParseGlob['pattern'] | ParseGlob['names'][number];
  readonly message: string;
}

function whatIsWrong(
  mode: ParseGlob,
  pattern: string,
  names: readonly string[],
  format: LogFormat,
): Problem | undefined {
  const stars = pattern.split('*').length - 1;
  const count = format.fields.length;
  if (stars === names.length && isPrefix(pattern, names, format)) return undefined;
  if (stars !== count)
    return { place: mode.pattern, message: `The pattern has ${stars} stars; the format has ${count} fields.` };
  if (!isGlobOf(pattern, format))
    return { place: mode.pattern, message: 'The text between the stars is not that of the format.' };
  if (names.length !== count) {
    return {
      place: mode.names.at(-1)!,
      message: `The list has ${names.length} names; the format has ${count} fields.`,
    };
  }
  return wrongName(mode, names, format);
}

/** A name of the format that stands at another place than the format has it. */
function wrongName(mode: ParseGlob, names: readonly string[], format: LogFormat): Problem | undefined {
  const index = names.findIndex((name, at) => {
    const field = fieldNamed(name, format);
    return field !== undefined && field !== format.fields[at];
  });
  if (index < 0) return undefined;
  const expected = format.fields[index]!.name;
  return { place: mode.names[index]!, message: `At this place the format has "${expected}", not "${names[index]!}".` };
}

/** The first fields by their names, and one more star and name for the rest of the line. */
function isPrefix(pattern: string, names: readonly string[], format: LogFormat): boolean {
  if (names.length >= format.fields.length) return false;
  const literals = format.separators.slice(0, names.length);
  if (!pattern.trimStart().startsWith(literals.join('*').trimStart())) return false;
  return names.every((name, at) => {
    const field = fieldNamed(name, format);
    return field === undefined || field === format.fields[at];
  });
}

function details(
  command: ParseCommand,
  names: readonly string[],
  format: LogFormat,
  context: RuleContext,
): ReportDetails {
  const missing = format.fields.filter((field) => !names.some((name) => fieldNamed(name, format) === field));
  const lacks =
    missing.length > 0 && missing.length <= 6 ? ` Missing here: ${namesInWords(missing.map(({ name }) => name))}.` : '';
  const style = styleOf(names, format);
  const lost = namesLost(names, format, style, context);
  const text = lost.length > 0 ? undefined : context.parseClauseOf?.(format, style);
  if (text === undefined) {
    const used = lost.length > 0 ? ` ${namesInWords(lost)} would need other names.` : '';
    return { help: `Write the names in the order of the format.${lacks}${used}` };
  }
  return {
    help: `"flowq lint --fix" writes the command from the format.${lacks}`,
    fix: {
      description: 'Write the parse from the format',
      edits: [{ span: command.span, text }],
    },
  };
}

/** The style in which most of the names are written. */
function styleOf(names: readonly string[], format: LogFormat): NameStyle {
  const fits = (style: NameStyle) =>
    names.filter((name) => format.fields.some((field) => columnName(field, style) === name));
  return fits('camel').length > fits('snake').length ? 'camel' : 'snake';
}

/** Names that the query uses and that a parse written from the format would not make. */
function namesLost(names: readonly string[], format: LogFormat, style: NameStyle, { query }: RuleContext): string[] {
  const made = new Set(format.fields.map((field) => columnName(field, style)));
  const used = new Set(fieldsIn(query).map(({ name }) => name));
  return names.filter((name) => !made.has(name) && used.has(name));
}
