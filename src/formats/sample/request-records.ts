import type { FieldDefinition, FormatField, LogFormat } from '../format.ts';
import type { Random } from './random.ts';
import { recordWriter, type Cell } from './record-writer.ts';
import { textCell } from './text-cells.ts';
import { timeCell } from './time-cells.ts';

/** One made request to a web server, an API or a name server. */
export interface Request {
  readonly milliseconds: number;
  readonly address: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

const methods = ['GET', 'GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE', 'HEAD'];
const paths = [
  '/',
  '/index.html',
  '/pets',
  '/pets/17',
  '/login',
  '/api/orders?page=2',
  '/static/app.js',
  '/favicon.ico',
];
const statuses = [200, 200, 200, 200, 200, 200, 201, 204, 301, 304, 400, 403, 404, 404, 500, 502];

/** Makes records of any format that is not a flow log, from the shape of each field's example. */
export function requestRecordMaker(format: LogFormat, random: Random): (second: number) => string {
  const addresses = Array.from(
    { length: 80 },
    () => `${random.pick(['192.0.2', '203.0.113'])}.${1 + random.below(254)}`,
  );
  const cells = format.fields.map((field, index) =>
    withinSeparators(requestCell(field, random), format.separators[index + 1]!),
  );
  const write = recordWriter(format, cells);
  return (second) =>
    write({
      milliseconds: second * 1000 + random.below(1000),
      address: random.pickSkewed(addresses),
      port: 32768 + random.below(28232),
      method: random.pick(methods),
      path: random.pick(paths),
      status: random.pick(statuses),
    });
}

/** A value must not hold the text that ends it. */
function withinSeparators(cell: Cell<Request>, following: string): Cell<Request> {
  if (following === '') return cell;
  return (request) => String(cell(request)).replaceAll(following, '_');
}

function requestCell(field: FormatField, random: Random): Cell<Request> {
  const { definition } = field;
  const example = definition?.examples?.[0];
  if (!definition || example === undefined) return textCell(field, random);
  return (
    timeCell(example) ??
    httpCell(field.name, example) ??
    (definition.kind === 'address' ? ({ address }) => address : undefined) ??
    (definition.kind === 'port' ? ({ port }) => port : undefined) ??
    numberCell(definition.kind === 'count', field.name, example, random) ??
    orMissing(definition, exampleCell(choices(definition), random), random)
  );
}

/** All values of a code, else the examples. */
function choices({ kind, values, examples = [] }: FieldDefinition): readonly string[] {
  return kind === 'code' && values ? Object.keys(values) : examples;
}

/** A field that may be `-` is so in one record of eight. */
function orMissing({ missing }: FieldDefinition, cell: Cell<Request>, random: Random): Cell<Request> {
  if (missing === undefined) return cell;
  return (request) => (random.chance(0.125) ? '-' : cell(request));
}

function httpCell(name: string, example: string): Cell<Request> | undefined {
  if (/status|code/i.test(name) && /^[1-5]\d\d$/.test(example)) return ({ status }) => status;
  if (/error/i.test(name)) return ({ status }) => (status >= 400 ? example : '-');
  if (/^(?:GET|POST)$/.test(example)) return ({ method }) => method;
  if (/^(?:\d{1,3}\.){3}\d{1,3}:\d+$/.test(example)) return ({ address, port }) => `${address}:${port}`;
  const line = /^GET (\S*?)(?:\/[^/\s]*)( HTTP\/\S+)$/.exec(example);
  if (line) return ({ method, path }) => `${method} ${line[1]}${path}${line[2]}`;
  if (/^\/\S*$/.test(example)) return ({ path }) => path;
  return undefined;
}

function numberCell(isCount: boolean, name: string, example: string, random: Random): Cell<Request> | undefined {
  if (name === 'version') return () => example;
  const decimals = /^\d+\.(\d+)$/.exec(example)?.[1]?.length;
  if (decimals !== undefined) return () => (random.fraction() ** 3 * 2).toFixed(decimals);
  if (isCount) return () => Math.floor(40 + 60_000 * random.fraction() ** 4);
  return /^\d{1,5}$/.test(example) ? () => random.below(10 ** example.length) : undefined;
}

/** One of the examples; runs of hexadecimal digits differ from record to record. */
function exampleCell(examples: readonly string[], random: Random): Cell<Request> {
  return () =>
    random.pick(examples).replace(/\b(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{8,}\b/g, (run) => random.hex(run.length));
}
