/** Words that begin what only reads. Some others do their work while they are prepared. */
const reading = /^(?:select|with|from|values|table|describe|desc|show|summarize|pivot|unpivot)\b/i;

const gap = String.raw`(?:\s|--[^\n]*(?:\n|$)|/\*[\s\S]*?\*/)`;
const options = String.raw`\(\s*(?:analyze|format)\b[\w\s,]*\)`;
const explain = new RegExp(String.raw`^${gap}*explain\b${gap}*(?:${options}|analyze\b)?`, 'i');
const opening = new RegExp(String.raw`^(?:${gap}|\()*`);

/** The SQL statement begins like one that only reads; `EXPLAIN ANALYZE` runs what it explains. */
export function readsOnly(sql: string): boolean {
  return reading.test(sql.replace(explain, '').replace(opening, ''));
}
