import type { FieldDefinition } from './format.ts';

/** Turns a coded cell into words: `6` is `TCP`, `18` is `SYN|ACK`. Nothing for codes nobody knows. */
export type Label = (cell: string) => string | undefined;

/** How to name the values of a field; nothing for fields whose values speak for themselves. */
export function labelOf(definition: FieldDefinition): Label | undefined {
  const { kind, type, values } = definition;
  if (kind === 'tcp-flags') return tcpFlagNames;
  if (!values || type !== 'number' || (kind !== 'protocol' && kind !== 'code')) return undefined;
  return (cell) => (Object.hasOwn(values, cell) ? values[cell] : undefined);
}

const tcpFlags = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'];

function tcpFlagNames(cell: string): string | undefined {
  if (!/^\d{1,3}$/.test(cell)) return undefined;
  const mask = Number(cell);
  if (mask > 255) return undefined;
  return mask === 0 ? 'none' : tcpFlags.filter((_name, bit) => mask & (1 << bit)).join('|');
}
