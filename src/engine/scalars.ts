import type * as Duckdb from '@duckdb/node-api';
import { inSubnet6, kindOfIpv6, readIpv6 } from './scalars/ipv6.ts';
import { formatDate } from './scalars/format-date.ts';
import { findPatterns } from './scalars/patterns.ts';
import { parseDate } from './scalars/parse-date.ts';

/** A function that SQL cannot say: texts in, a text or nothing out. */
interface Scalar {
  readonly name: string;
  readonly parameters: number;
  /** The first of so many texts must be there, or the answer is missing. */
  readonly required: number;
  readonly run: (...texts: string[]) => string | undefined;
}

const scalars: readonly Scalar[] = [
  { name: 'cw_ipv6', parameters: 1, required: 1, run: (address) => readIpv6(address)?.toString(16) },
  {
    name: 'cw_in_subnet6',
    parameters: 2,
    required: 2,
    run: (address, subnet) => (inSubnet6(address, subnet) ? '1' : '0'),
  },
  { name: 'cw_kind6', parameters: 1, required: 1, run: (address) => kindOfIpv6(address) },
  { name: 'cw_patterns', parameters: 1, required: 1, run: (counted) => findPatterns(counted) },
  {
    name: 'cw_parse_date',
    parameters: 3,
    required: 2,
    run: (text, pattern, zone) => parseDate(text, pattern, zone)?.toString(),
  },
  {
    name: 'cw_format_date',
    parameters: 3,
    required: 2,
    run: (milliseconds, pattern, zone) => formatDate(Number(milliseconds), pattern, zone),
  },
];

/** Defines the functions that SQL cannot say. */
export function registerScalars(connection: Duckdb.DuckDBConnection, duckdb: typeof Duckdb): void {
  for (const { name, parameters, required, run } of scalars) {
    connection.registerScalarFunction(
      duckdb.DuckDBScalarFunction.create({
        name,
        parameterTypes: Array.from({ length: parameters }, () => duckdb.VARCHAR),
        returnType: duckdb.VARCHAR,
        // Missing texts are ours to judge: a time zone may be left out.
        specialHandling: true,
        mainFunction: (_, input, output) => {
          const columns = input.getColumns() as (string | null)[][];
          for (let row = 0; row < input.rowCount; row++) {
            const texts = columns.map((column) => column[row] ?? undefined);
            const isComplete = texts.slice(0, required).every((text) => text !== undefined);
            output.setItem(row, (isComplete ? run(...(texts as string[])) : undefined) ?? null);
          }
          output.flush();
        },
      }),
    );
  }
}
