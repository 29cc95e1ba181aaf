// A hand-written DuckDB query through the same binding, in a process of its own: node bench/hand/sql.js QUERY FILE.
// What a person who knows the file would write; the bench compares flowq with it.
import { DuckDBInstance } from '@duckdb/node-api';

const types = {
  version: 'INTEGER',
  account_id: 'VARCHAR',
  interface_id: 'VARCHAR',
  srcaddr: 'VARCHAR',
  dstaddr: 'VARCHAR',
  srcport: 'INTEGER',
  dstport: 'INTEGER',
  protocol: 'INTEGER',
  packets: 'BIGINT',
  bytes: 'BIGINT',
  start: 'BIGINT',
  end: 'BIGINT',
  action: 'VARCHAR',
  log_status: 'VARCHAR',
};
const columns = `{${Object.entries(types)
  .map(([name, type]) => `'${name}': '${type}'`)
  .join(', ')}}`;
const typed = (file) =>
  `read_csv('${file}', delim = ' ', header = false, nullstr = '-', auto_detect = false, quote = '', escape = '', columns = ${columns})`;
const lines = (file) =>
  `read_csv('${file}', delim = '', header = false, auto_detect = false, quote = '', escape = '', columns = {'l': 'VARCHAR'})`;
const split = (file) => `(select s from (select string_split(l, ' ') s from ${lines(file)}) where len(s) = 14)`;

/** Queries by name; each answers the same rows as the flowq query of that name. */
export const queries = {
  'reject-counts/typed': (file) =>
    `select srcaddr, count(*) n from ${typed(file)} where action = 'REJECT' group by 1 order by n desc limit 20`,
  'reject-counts/string_split': (file) =>
    `select s[4] srcaddr, count(*) n from ${split(file)} where s[13] = 'REJECT' group by 1 order by n desc limit 20`,
};

if (process.argv[1] === import.meta.filename) {
  const [name, file] = process.argv.slice(2);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(queries[name](file));
  for (const row of reader.getRowsJS()) console.log(row.join('\t'));
}
