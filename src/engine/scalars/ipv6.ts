import { isIPv6 } from 'node:net';

/** The 128 bits of an IPv6 address, or nothing where the text is none. */
export function readIpv6(text: string): bigint | undefined {
  if (!isIPv6(text) || text.includes('%')) return undefined;
  const [head, tail] = withoutDots(text).split('::') as [string, string | undefined];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...middle, ...right].reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

/** The address lies in the block; not where either is no IPv6. */
export function inSubnet6(address: string, subnet: string): boolean {
  const [block, length = ''] = subnet.split('/');
  const bits = readIpv6(address);
  const network = readIpv6(block!);
  if (bits === undefined || network === undefined || !/^\d{1,3}$/.test(length) || Number(length) > 128) return false;
  const shift = BigInt(128 - Number(length));
  return bits >> shift === network >> shift;
}

/** Blocks set aside for special use: unspecified and loopback, mapped IPv4, discard, documentation, unique local, link local, multicast. */
const reserved = ['::/127', '::ffff:0:0/96', '100::/64', '2001:db8::/32', 'fc00::/7', 'fe80::/10', 'ff00::/8'];

/** Whether an IPv6 address is reachable on the internet. */
export function kindOfIpv6(address: string): 'public' | 'reserved' | undefined {
  if (readIpv6(address) === undefined) return undefined;
  return reserved.some((block) => inSubnet6(address, block)) ? 'reserved' : 'public';
}

/** `::ffff:10.0.0.1` with its last two groups in hexadecimal. */
function withoutDots(text: string): string {
  return text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a: string, b: string, c: string, d: string) => {
    const group = (high: string, low: string): string => ((Number(high) << 8) | Number(low)).toString(16);
    return `${group(a, b)}:${group(c, d)}`;
  });
}
