import { defineCommand } from '../command-definition.ts';
import type { LookupCommand, LookupPair } from '../command-nodes.ts';
import { entriesBody } from '../items.ts';
import { align, group, line, type Doc } from '../layout.ts';
import { parseAlias, parseCommaList, parseField } from '../names.ts';
import { printAlias, printField } from '../print-names.ts';
import type { Reader } from '../reader.ts';

/** lookup = ( "lookup" | "cidrlookup" ) table pair { "," pair } ( "OUTPUT" | "OUTPUTNEW" ) pair { "," pair } */
export const lookup = defineCommand({
  kind: 'LookupCommand',
  keyword: 'lookup',
  aliases: ['cidrlookup'],
  summary: 'Adds columns of a lookup table: by equal values, or (cidrlookup) by the block an address lies in.',
  syntax: 'lookup table column [as field], … OUTPUT|OUTPUTNEW column [as name], …',
  since: '2024',
  notes: ['cidrlookup came in 2026; it names the field first: cidrlookup table field [as column] OUTPUT …'],
  examples: ['lookup user_data id as user_id OUTPUT name, email', 'cidrlookup nets srcAddr OUTPUT region, owner'],
  parse: (reader, keyword) => {
    const table = parseAlias(reader, `a table after "${keyword}"`);
    const keys = parseCommaList(reader, () => parsePair(reader));
    const mode = parseOutputWord(reader);
    const outputs = parseCommaList(reader, () => parsePair(reader));
    return { kind: 'LookupCommand', keyword: keyword as LookupCommand['keyword'], table, keys, mode, outputs };
  },
  print: ({ keyword, table, keys, mode, outputs }) => {
    const added: Doc = [line, mode, ' ', align(pairs(outputs))];
    return group([keyword, align([` ${printAlias(table)} `, align(pairs(keys)), added], 1)]);
  },
});

/** pair = field [ "as" field ] */
function parsePair(reader: Reader): LookupPair {
  const start = reader.token;
  const field = parseField(reader, 'a column');
  const alias = reader.acceptWord('as') ? { alias: parseField(reader, 'a name after "as"') } : {};
  return { kind: 'LookupPair', field, ...alias, span: reader.spanFrom(start) };
}

function parseOutputWord(reader: Reader): 'OUTPUT' | 'OUTPUTNEW' {
  if (reader.acceptWord('output')) return 'OUTPUT';
  if (reader.acceptWord('outputnew')) return 'OUTPUTNEW';
  return reader.fail({
    message: `Expected OUTPUT or OUTPUTNEW and the columns to add, found ${reader.found()}.`,
    help: 'Write lookup table key OUTPUT column.',
  });
}

function pairs(list: readonly LookupPair[]): Doc {
  return entriesBody(
    list.map(({ field, alias }) => ({
      doc: alias ? `${printField(field)} as ${printField(alias)}` : printField(field),
      isPlain: true,
    })),
  );
}
