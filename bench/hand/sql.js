// A hand-written DuckDB query through the same binding, in a process of its own: node bench/hand/sql.js SQL FILE.
// What a person who knows the file would write; {typed}, {lines} and {split} stand for ways to read it.
import { createRequire } from 'node:module';

// The faster way to load it, as flowq does.
const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api');

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
const columns = Object.entries(types).map(([name, type]) => `'${name}': '${type}'`);
const options = `header = false, auto_detect = false, quote = '', escape = ''`;

const [text, file] = process.argv.slice(2);
const lines = `read_csv('${file}', delim = '', ${options}, columns = {'l': 'VARCHAR'})`;
const ways = {
  typed: `read_csv('${file}', delim = ' ', nullstr = '-', ${options}, columns = {${columns.join(', ')}})`,
  lines,
  split: `(SELECT s FROM (SELECT string_split(l, ' ') s FROM ${lines}) WHERE len(s) = 14)`,
  parquet: `read_parquet('${file}')`,
};
const sql = text.replace(/\{(\w+)\}/g, (slot, way) => ways[way] ?? slot);

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const result = await connection.run(sql);
for (;;) {
  const chunk = await result.fetchChunk();
  if (!chunk || chunk.rowCount === 0) break;
  process.stdout.write(
    chunk
      .getRows()
      .map((row) => `${row.map((cell) => cell ?? '').join('\t')}\n`)
      .join(''),
  );
}
