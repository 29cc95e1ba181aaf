import type { Diagnostic } from '../text/diagnostic.ts';
import type { FormatField, LogFormat } from './format.ts';
import { printFormatWithSpans } from './print.ts';

/** `snake`: names of our own for a `parse`. `camel`: as the console discovers them. */
export type NameStyle = 'snake' | 'camel';

/** The name of a field in a query: every character but letters, digits and `_` becomes `_`. */
export function snakeName({ name }: Pick<FormatField, 'name'>): string {
  return name.replace(/[^A-Za-z0-9_]/g, '_');
}

/** The name that the console discovers, or would by its rule: `pkt-src-aws-service` is `pktSrcAwsService`. */
export function camelName({ name, definition }: FormatField): string {
  return definition?.discovered ?? camelCase(name);
}

/** The name of a field in one of the styles. */
export function columnName(field: FormatField, style: NameStyle): string {
  return style === 'snake' ? snakeName(field) : camelName(field);
}

/** One name per field, or a finding (in the text of `printFormat`) for every two that would get the same. */
export interface ColumnNames {
  readonly names?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The names of all fields; an error that shows both where two fields would get one name. */
export function columnNames(format: LogFormat, style: NameStyle): ColumnNames {
  const names = format.fields.map((field) => columnName(field, style));
  if (new Set(names).size === names.length) return { names, diagnostics: [] };
  const { spans } = printFormatWithSpans(format);
  const diagnostics = names.flatMap((name, index) => {
    const first = names.indexOf(name);
    if (first === index) return [];
    return [
      {
        code: 'name-collision',
        severity: 'error' as const,
        message: `Fields "${format.fields[first]!.name}" and "${format.fields[index]!.name}" would both be named "${name}".`,
        span: spans[index]!,
        help: 'Spell one of the two differently in the format; the names need not be those of the log.',
      },
    ];
  });
  return { diagnostics };
}

const addressWords = /^(src|dst)(addr|port)$/;

function camelCase(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).flatMap((word) => {
    const address = addressWords.exec(word);
    return address ? [address[1]!, address[2]!] : word === '' ? [] : [word];
  });
  const joined = words.map((word, index) => (index === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('');
  return joined === '' ? snakeName({ name }) : joined;
}
