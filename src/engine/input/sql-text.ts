/** A text as an SQL literal. */
export function sqlString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Paths as an SQL list; DuckDB would take `*`, `?` and `[` in a path for a pattern. */
export function sqlPaths(paths: readonly string[]): string {
  return `[${paths.map((path) => sqlString(path.replace(/[*?[]/g, '[$&]'))).join(', ')}]`;
}

/** A name as an SQL identifier. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A CSV file with a header line as an SQL table; every cell is a text. */
export function sqlTableOfCsv(path: string): string {
  return `read_csv(${sqlString(path)}, header=true, all_varchar=true, delim=',', quote='"', escape='"')`;
}
