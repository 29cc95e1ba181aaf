import type { CatalogueEntry } from '../formats/catalogue.ts';
import { findFormat } from '../formats/catalogue.ts';
import type { FieldDefinition, FormatField, LogFormat } from '../formats/format.ts';
import { camelName, snakeName } from '../formats/names.ts';
import { printFormat } from '../formats/print.ts';
import { wrap } from '../text/wrap.ts';

/** The catalogue as a table. */
export function describeCatalogue(entries: readonly CatalogueEntry[], width: number): string {
  const nameWidth = Math.max(...entries.map(({ name }) => name.length)) + 2;
  const indent = nameWidth + 8 + 9;
  const line = (name: string, fields: string, version: string, title: string) =>
    `${name.padEnd(nameWidth)}${fields.padStart(6)}  ${version.padStart(7)}  ${wrap(title, indent, width)}\n`;
  const rows = entries.map(({ name, format, title }) =>
    line(name, String(format.fields.length), String(versionOf(format) ?? ''), title),
  );
  return [line('Name', 'Fields', 'Version', 'Title'), ...rows].join('');
}

/** The same as data. */
export function catalogueData(entries: readonly CatalogueEntry[]) {
  return entries.map(({ name, aliases = [], title, source, format }) => ({
    name,
    aliases,
    title,
    source,
    family: format.family,
    fields: format.fields.length,
    version: versionOf(format) ?? null,
    format: printFormat(format),
  }));
}

/** A format with what is known of each field, its values and when `-` stands for one. */
export function describeFormat(format: LogFormat, width: number): string {
  const entry = format.name === undefined ? undefined : findFormat(format.name);
  const nameWidth = Math.max(...format.fields.map(({ name }) => name.length)) + 2;
  const sections = [
    entry && headOf(entry, width),
    `Format:\n  ${wrap(visible(printFormat(format)), 2, width)}`,
    `Fields:\n${format.fields.map((field, index) => describeField(field, index, { nameWidth, width })).join('')}`.trimEnd(),
    entry &&
      entry.samples.length > 0 &&
      `Records:\n${entry.samples.map(({ topic, record }) => `  # ${topic}\n  ${record}`).join('\n')}`,
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function headOf({ name, aliases = [], title, source, isDiscovered }: CatalogueEntry, width: number): string {
  const lines = [
    `${name}: ${wrap(title, 0, width)}`,
    aliases.length > 0 && `Also called: ${aliases.join(', ')}`,
    `Source: ${wrap(source, 8, width)}`,
    isDiscovered && wrap('CloudWatch discovers the fields of these events: no parse is needed there.', 0, width),
  ];
  return lines.filter(Boolean).join('\n');
}

/** Tabs would not survive the wrapping. */
function visible(text: string): string {
  return text.replaceAll('\t', ' \\t ');
}

interface Layout {
  readonly nameWidth: number;
  readonly width: number;
}

function describeField({ name, definition }: FormatField, index: number, { nameWidth, width }: Layout): string {
  const head = `${String(index + 1).padStart(4)}  ${name.padEnd(nameWidth)}`;
  if (!definition) return `${head}string   unknown\n`;
  const version = definition.version === undefined ? '' : `  v${definition.version}`;
  const sentences = [
    definition.meaning,
    definition.missing === undefined ? '' : `"-" ${definition.missing}.`,
    valuesOf(definition),
  ];
  const body = sentences.filter((sentence) => sentence !== '').map((sentence) => `      ${wrap(sentence, 6, width)}\n`);
  return `${head}${definition.type}${version}\n${body.join('')}`;
}

/** More values than this fill pages; the first ones show what they look like. */
const shownValues = 10;

function valuesOf({ values = {}, examples = [] }: FieldDefinition): string {
  const isUsual = ([value]: readonly [string, string]) => examples.includes(value);
  const all = Object.entries(values);
  const entries = all.length > shownValues ? [...all.filter(isUsual), ...all.filter((entry) => !isUsual(entry))] : all;
  if (entries.length === 0) return '';
  const shown = entries.slice(0, shownValues).map(([value, meaning]) => `${value} (${meaning})`);
  const rest = entries.length - shown.length;
  return `Values: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more; --output json lists all` : ''}.`;
}

/** A format as data: everything that `describeFormat` tells, and the names of the fields in queries. */
export function formatData(format: LogFormat) {
  const entry = format.name === undefined ? undefined : findFormat(format.name);
  return {
    ...(entry && { name: entry.name, aliases: entry.aliases ?? [], title: entry.title, source: entry.source }),
    family: format.family,
    version: versionOf(format) ?? null,
    format: printFormat(format),
    discovered: format.isDiscovered === true,
    fields: format.fields.map((field) => ({
      name: field.name,
      column: snakeName(field),
      discoveredName: camelName(field),
      ...field.definition,
    })),
    samples: entry?.samples ?? [],
  };
}

/** The version that records of a flow log format carry. */
function versionOf({ fields }: LogFormat): number | undefined {
  const versions = fields.flatMap(({ definition }) => definition?.version ?? []);
  return versions.length === 0 ? undefined : Math.max(...versions);
}
