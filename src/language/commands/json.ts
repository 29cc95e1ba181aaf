import { defineCommand } from '../command-definition.ts';
import type { JsonPath } from '../command-nodes.ts';
import { printEntries } from '../items.ts';
import { parseAlias, parseCommaList, parseField, parseString } from '../names.ts';
import { startsOption } from '../options.ts';
import { printAlias, printField } from '../print-names.ts';
import type { Reader } from '../reader.ts';

/** json = "json" [ "field" "=" field ] path { "," path } */
export const json = defineCommand({
  kind: 'JsonCommand',
  keyword: 'json',
  summary: 'Takes fields out of a JSON text by their paths.',
  syntax: 'json [field=name] "path" as name, …',
  since: '2026',
  examples: ['json field=payload "user.name" as username'],
  parse: (reader) => {
    if (!startsOption(reader) || !reader.atWord('field')) return { kind: 'JsonCommand', paths: parsePaths(reader) };
    reader.next();
    reader.next();
    return { kind: 'JsonCommand', field: parseField(reader, 'a field after "field="'), paths: parsePaths(reader) };
  },
  print: ({ field, paths }, printer) =>
    printEntries(
      field ? `json field=${printField(field)}` : 'json',
      paths.map(({ path, name, comments }) => ({
        doc: [printer.expression(path), ' as ', printAlias(name)],
        ...(comments && { comments }),
      })),
    ),
});

function parsePaths(reader: Reader): readonly JsonPath[] {
  return parseCommaList(reader, () => parsePath(reader));
}

/** path = string "as" alias */
function parsePath(reader: Reader): JsonPath {
  const comments = reader.takeComments();
  const start = reader.token;
  const path = parseString(reader, 'a path');
  reader.expectWord('as', '"as" and a name after the path');
  return { kind: 'JsonPath', path, name: parseAlias(reader), ...comments, span: reader.spanFrom(start) };
}
