import { didYouMean } from '../text/did-you-mean.ts';
import type { Expression, Name } from './ast.ts';
import type { Option } from './command-nodes.ts';
import { parseUnary } from './expression.ts';
import type { Doc } from './layout.ts';
import { parseName } from './names.ts';
import type { ExpressionPrinter } from './print-expression.ts';
import { printAlias } from './print-names.ts';
import type { Reader } from './reader.ts';

/** options = { name "=" value }; a name that the command does not know is reported, and kept */
export function parseOptions(reader: Reader, known: readonly string[]): readonly Option[] {
  const options: Option[] = [];
  while (startsOption(reader)) {
    const option = parseOption(reader);
    checkOption(reader, option.name, known);
    options.push(option);
  }
  return options;
}

/** The next tokens are `name =`. */
export function startsOption(reader: Reader): boolean {
  return reader.token.kind === 'word' && reader.at('=', 1);
}

/** option = name "=" value */
export function parseOption(reader: Reader): Option {
  const start = reader.token;
  const name = parseName(reader, 'the name of an option');
  reader.expect('=', '"=" after the name of the option');
  const value: Expression = parseUnary(reader);
  return { kind: 'Option', name, value, span: reader.spanFrom(start) };
}

/** Reports a name that is none of these. */
export function checkOption(reader: Reader, { text, span }: Name, known: readonly string[]): void {
  if (known.includes(text.toLowerCase())) return;
  reader.report({
    code: 'unknown-option',
    message: `Unknown option "${text}".${didYouMean(text, known)}`,
    span,
    help: `Known are ${known.join(', ')}.`,
  });
}

/** `name=value`. */
export function printOption({ name, value }: Option, printer: ExpressionPrinter): Doc {
  return [printAlias(name), '=', printer.expression(value)];
}

/** `keyword a=1 b=2`. */
export function printOptions(keyword: string, options: readonly Option[], printer: ExpressionPrinter): Doc {
  return [keyword, options.map((option): Doc => [' ', printOption(option, printer)])];
}
