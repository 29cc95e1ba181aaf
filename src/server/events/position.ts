/** A place in a log group: events are ordered by their time, those of one time by their arrival. */
export interface Position {
  readonly timestamp: number;
  readonly ordinal: number;
}

/** Before every event. */
export const beginning: Position = { timestamp: -1, ordinal: 0 };

/** 56 digits, as the service's event ids have; they sort as the positions do. */
export function positionId({ timestamp, ordinal }: Position): string {
  return String(timestamp + 1).padStart(36, '0') + String(ordinal).padStart(20, '0');
}

/** The position behind an id, unless it is none of ours. */
export function readPositionId(id: string): Position | undefined {
  if (!/^\d{56}$/.test(id)) return undefined;
  const timestamp = Number(id.slice(0, 36)) - 1;
  const ordinal = Number(id.slice(36));
  return Number.isSafeInteger(timestamp) && Number.isSafeInteger(ordinal) ? { timestamp, ordinal } : undefined;
}
