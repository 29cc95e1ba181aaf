import { invalidParameter } from '../service-fault.ts';

/** A CSV table that `lookup` reads. */
export interface LookupTable {
  readonly name: string;
  readonly description?: string | undefined;
  readonly body: string;
  readonly fields: readonly string[];
  readonly records: number;
  readonly lastUpdated: number;
  readonly kmsKeyId?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** Bytes of a table at most. */
const mostBytes = 10 * 1024 * 1024;

/** The header and the number of records of a CSV text, or the fault the service would find. */
export function checkCsv(body: string): { readonly fields: readonly string[]; readonly records: number } {
  if (Buffer.byteLength(body) > mostBytes) throw invalidParameter('The lookup table must not exceed 10 MB.');
  const [fields, ...records] = readCsv(body);
  if (fields === undefined || fields.every((field) => field === '')) {
    throw invalidParameter('The lookup table has no header row.');
  }
  if (new Set(fields).size < fields.length) throw invalidParameter('The header names a column twice.');
  const odd = records.findIndex((record) => record.length !== fields.length);
  if (odd >= 0) {
    throw invalidParameter(`Row ${odd + 2} has ${records[odd]!.length} values where the header has ${fields.length}.`);
  }
  return { fields, records: records.length };
}

/** RFC 4180: quotes around values, doubled inside them; blank lines are no records. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const value = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/gy;
  const body = text.replace(/^\uFEFF/, '');
  while (value.lastIndex < body.length) {
    const place = value.lastIndex;
    const match = value.exec(body);
    if (!match) throw invalidParameter(`The CSV is broken at character ${place + 1}: a quote stands inside a value.`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === ',') {
      if (value.lastIndex === body.length) row.push('');
      else continue;
    }
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
