/** The event's number behind `@ptr`, as the engine writes it, unless it is none of ours. */
export function readPointer(pointer: string): number | undefined {
  const match = /^event (\d{1,15})$/.exec(Buffer.from(pointer, 'base64').toString());
  return match ? Number(match[1]) : undefined;
}
