/** A block of IPv4 addresses that is known while compiling. */
export interface Ipv4Block {
  /** What every address of the block begins with: `10.` of `10.0.0.0/8`; may be empty. */
  readonly prefix: string;
  /** RE2 for the addresses of the block, as they are written. */
  readonly pattern: string;
}

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;

/** Reads `10.0.0.0/8`; bits behind the mask may be set. Nothing where it is no IPv4 block. */
export function ipv4Block(subnet: string): Ipv4Block | undefined {
  const [, address, length] = /^(\d+(?:\.\d+){3})\/([12]?\d|3[0-2])$/.exec(subnet) ?? [];
  if (address === undefined) return undefined;
  const octets = address.split('.');
  if (octets.some((text) => String(Number(text)) !== text || Number(text) > 255)) return undefined;
  const bits = Number(length);
  const patterns = octets.map((text, index) => octetPattern(Number(text), Math.max(0, Math.min(8, bits - 8 * index))));
  const whole = Math.floor(bits / 8);
  const prefix = octets.slice(0, whole).join('.');
  return { prefix: whole > 0 && whole < 4 ? `${prefix}.` : prefix, pattern: patterns.join(String.raw`\.`) };
}

/** The octets that have their first bits in common. */
function octetPattern(value: number, bits: number): string {
  if (bits === 0) return octet;
  const size = 2 ** (8 - bits);
  const first = Math.floor(value / size) * size;
  const values = Array.from({ length: size }, (_, index) => first + index);
  return size === 1 ? String(first) : `(?:${values.join('|')})`;
}
