import type { Cell, CellType } from '../results/result.ts';
import type { PlanColumn } from '../sql/plan.ts';
import type { SqlType } from '../sql/value.ts';

/** How a value from the engine is told as text, as the service tells it. */
export function cellWriter(type: SqlType): (value: unknown) => Cell {
  switch (type) {
    case 'number':
      return (value) => (value === null ? undefined : writeNumber(Number(value)));
    case 'boolean':
      return (value) => (value === null ? undefined : value === true ? '1' : '0');
    case 'timestamp':
      return (value) => (value === null ? undefined : writeTime(Number(value)));
    case 'text':
    case 'json':
      return (value) => (value === null ? undefined : (value as string));
  }
}

/** Integers plain, other numbers to four decimals without trailing zeros; what is not finite is missing. */
export function writeNumber(number: number): Cell {
  if (!Number.isFinite(number)) return undefined;
  if (Number.isInteger(number)) return Math.abs(number) < 1e21 ? String(number) : BigInt(number).toString();
  const text = String(Number(number.toFixed(4)));
  return text === '-0' ? '0' : text;
}

/** `YYYY-MM-DD HH:mm:ss.SSS` in UTC. */
export function writeTime(milliseconds: number): Cell {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace('T', ' ').replace('Z', '');
}

/** The type a column tells its readers: what analysis knows, or how the engine held it. */
export function cellType(type: PlanColumn['type'], held: SqlType): CellType {
  if (type !== 'any') return type;
  if (held === 'text') return 'string';
  return held === 'json' ? 'map' : held;
}
