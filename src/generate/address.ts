/** The text is an IPv4 address in dotted form. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** The text is an IPv6 address; `::` may stand for zeros, the last two groups may be an IPv4 address. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const count = groups.length + (last !== undefined && isIpv4(last) && !text.endsWith('::') ? 1 : 0);
  const areGroups = groups.every(
    (group, index) => /^[0-9a-f]{1,4}$/i.test(group) || (index === groups.length - 1 && isIpv4(group)),
  );
  return areGroups && (halves.length === 2 ? count < 8 : count === 8);
}

/** The family of an address range such as `10.0.0.0/8`, or nothing where the text is none. */
export function cidrFamily(text: string): 4 | 6 | undefined {
  const match = /^([^/]+)\/(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const [, address, length] = match;
  if (isIpv4(address!) && Number(length) <= 32) return 4;
  return isIpv6(address!) && Number(length) <= 128 ? 6 : undefined;
}
