import { durationCap, findUnit } from '../language/duration.ts';

/** The duration as written, or nothing where the text is none or the service would clamp it. */
export function readDuration(text: string): string | undefined {
  const match = /^([1-9]\d{0,8}) ?([a-z]+)$/i.exec(text);
  const unit = match ? findUnit(match[2]!) : undefined;
  if (!match || !unit) return undefined;
  return Number(match[1]) <= (durationCap(unit) ?? Infinity) ? text : undefined;
}
