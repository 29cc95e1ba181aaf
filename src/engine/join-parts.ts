import type { LogFormat } from '../formats/format.ts';
import { printFormat } from '../formats/print.ts';
import type { EventShape } from '../sql/event-shape.ts';
import type { EventSource } from './event-source.ts';
import { count } from './input/expand-paths.ts';
import type { PeekedFile } from './input/peek.ts';
import { startTimeSql } from './input/start-time.ts';
import type { EventPart, Reader } from './reader.ts';

/** Files that one reader opened. */
export interface OpenedPart {
  readonly reader: Reader;
  readonly files: readonly PeekedFile[];
  readonly part: EventPart;
}

/** One source of all parts, in their order. */
export function joinParts(parts: readonly OpenedPart[], format: LogFormat | undefined): EventSource {
  const label = labelOf(parts);
  const only = parts.length === 1 ? parts[0]!.part : undefined;
  if (only) {
    const { select, condition, columns, shape, split } = only;
    const events = { columns, shape, ...(condition && { condition }), ...(split && { split }) };
    return { ...withWarnings(parts), relation: `(${select})`, ...events, label };
  }
  if (parts.length === 0) {
    const shape: EventShape = { kind: 'lines', ...(format && { format }) };
    return { relation: `(SELECT NULL::VARCHAR AS message WHERE false)`, columns: { message: 'message' }, shape, label };
  }
  return { ...withWarnings(parts), ...union(parts.map(({ part }) => part)), label };
}

function withWarnings(parts: readonly OpenedPart[]) {
  return {
    notices: [...new Set(parts.flatMap(({ part }) => part.notices ?? []))],
    warnings: () => parts.flatMap(({ part }) => part.warnings?.() ?? []),
  };
}

function labelOf(parts: readonly OpenedPart[]): string {
  const kinds = new Map<string, number>();
  for (const { reader, files } of parts) kinds.set(reader.title, (kinds.get(reader.title) ?? 0) + files.length);
  if (kinds.size === 0) return 'no events; every file is empty';
  return [...kinds].map(([title, files]) => `${count(files, 'file')}, ${title}`).join('; ');
}

/** Columns that events may have, in the order of the union. */
const optional = ['timestamp', 'ingestionTime', 'logStream', 'log'] as const;
const types = { timestamp: 'BIGINT', ingestionTime: 'BIGINT', logStream: 'VARCHAR', log: 'VARCHAR' };

/** Parts of several kinds become lines. Those of several formats carry their own event time; no field is discovered. */
function union(parts: readonly EventPart[]): Pick<EventSource, 'relation' | 'condition' | 'columns' | 'shape'> {
  const formats = new Map(parts.map(({ shape }) => [shape.format ? printFormat(shape.format) : '', shape.format]));
  const common =
    formats.size === 1 && parts.every(({ shape }) => shape.kind === 'lines') ? [...formats.values()][0] : undefined;
  const timed = parts.map((part) => (common ? part : withStartTime(part)));
  const used = optional.filter((name) => timed.some(({ columns }) => columns[name] !== undefined));
  const selects = timed.map(({ select, columns }) => {
    const others = used.map((name) => `${columns[name] ?? `NULL::${types[name]}`} AS "${name}"`);
    return `SELECT ${[`${columns.message} AS message`, ...others].join(', ')} FROM (${select})`;
  });
  return {
    relation: `(${selects.join(' UNION ALL ')})`,
    condition: 'message IS NOT NULL',
    columns: { message: 'message', ...Object.fromEntries(used.map((name) => [name, `"${name}"`])) },
    shape: { kind: 'lines', ...(common && { format: common }) },
  };
}

function withStartTime(part: EventPart): EventPart {
  const { format } = part.shape;
  if (part.columns.timestamp !== undefined || !format) return part;
  const timestamp = startTimeSql(format, part.columns.message);
  return timestamp === undefined ? part : { ...part, columns: { ...part.columns, timestamp } };
}
