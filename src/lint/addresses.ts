/** `10.0.0.0/8`, `2001:db8::/32`. */
export function isCidr(text: string): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]*)\/\d{1,3}$/i.test(text);
}

/** A whole IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || /^(?=.*:.*:)[0-9a-f:.]+$/i.test(text);
}

/** The beginning of an IPv4 address: `10.`, `192.168.1`. */
export function isAddressPrefix(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){0,2}\.$|^\d{1,3}(?:\.\d{1,3}){1,2}$/.test(text);
}
