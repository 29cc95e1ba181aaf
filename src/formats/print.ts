import type { Span } from '../text/source.ts';
import type { FormatField, LogFormat } from './format.ts';

/** A format as the text that reads back as the same format. */
export function printFormat(format: LogFormat): string {
  return printFormatWithSpans(format).text;
}

/** The text of a format and the place of each field in it. */
export function printFormatWithSpans(format: LogFormat): { readonly text: string; readonly spans: readonly Span[] } {
  let text = printLiteral(format.separators[0]!);
  const spans = format.fields.map((field, index) => {
    const following = format.separators[index + 1]!;
    const start = text.length;
    text += printField(field, format, following);
    const end = text.length;
    text += printLiteral(following, index + 1 < format.fields.length);
    return { start, end };
  });
  return { text, spans };
}

/** `$name` where the log's own configuration is written so and the text after it cannot be taken for the name. */
function printField({ name }: FormatField, { family }: LogFormat, following: string): string {
  const isBare = family === 'api-gateway' || family === 'nginx';
  return isBare && /^[A-Za-z_]\w*(?:[.]\w+)*$/.test(name) && !/^[\w.-]/.test(following) ? `$${name}` : `\${${name}}`;
}

/** A backslash before a field would be read as the shell's, so one more stands for it. */
function printLiteral(literal: string, isBeforeField = true): string {
  return isBeforeField && literal.endsWith('\\') ? `${literal}\\` : literal;
}
