import type { FunctionDefinition, Parameter } from './definition.ts';

const address: Parameter = { name: 'address', type: 'string' };
const subnet: Parameter = { name: 'subnet', type: 'string', meaning: 'A block in CIDR notation: 10.0.0.0/8.' };

/** Functions of IP addresses. */
export const ipFunctions: readonly FunctionDefinition[] = [
  {
    name: 'isValidIp',
    kind: 'scalar',
    params: [address],
    returns: 'boolean',
    summary: 'True for an IPv4 or IPv6 address.',
    sql: { duckdb: 'coalesce(cw_ipv4({address}) IS NOT NULL OR cw_ipv6({address}) IS NOT NULL, FALSE)' },
    examples: [
      { query: 'isValidIp("10.0.0.1")', result: 1 },
      { query: 'isValidIp("10.0.0.256")', result: 0 },
    ],
  },
  {
    name: 'isValidIpV4',
    kind: 'scalar',
    params: [address],
    returns: 'boolean',
    summary: 'True for an IPv4 address.',
    sql: { duckdb: 'cw_ipv4({address}) IS NOT NULL' },
    examples: [{ query: 'isValidIpV4("2001:db8::1")', result: 0 }],
  },
  {
    name: 'isValidIpV6',
    kind: 'scalar',
    params: [address],
    returns: 'boolean',
    summary: 'True for an IPv6 address.',
    sql: { duckdb: 'cw_ipv6({address}) IS NOT NULL' },
    examples: [{ query: 'isValidIpV6("2001:db8::1")', result: 1 }],
  },
  {
    name: 'isIpInSubnet',
    kind: 'scalar',
    params: [address, subnet],
    returns: 'boolean',
    summary: 'True where the address lies in the subnet.',
    sql: {
      duckdb:
        "CASE WHEN contains({subnet}, ':') THEN coalesce(cw_in_subnet6({address}, {subnet}) = '1', FALSE) ELSE cw_in_subnet4({address}, {subnet}) END",
    },
    examples: [
      { query: 'isIpInSubnet("10.1.2.3", "10.0.0.0/8")', result: 1 },
      { query: 'isIpInSubnet("110.1.2.3", "10.0.0.0/8")', result: 0 },
    ],
  },
  {
    name: 'isIpv4InSubnet',
    kind: 'scalar',
    params: [address, subnet],
    returns: 'boolean',
    summary: 'True where the IPv4 address lies in the subnet.',
    sql: { duckdb: 'cw_in_subnet4({address}, {subnet})' },
    examples: [{ query: 'isIpv4InSubnet("10.1.2.3", "10.1.0.0/16")', result: 1 }],
  },
  {
    name: 'isIpv6InSubnet',
    kind: 'scalar',
    params: [address, subnet],
    returns: 'boolean',
    summary: 'True where the IPv6 address lies in the subnet.',
    sql: { duckdb: "coalesce(cw_in_subnet6({address}, {subnet}) = '1', FALSE)" },
    examples: [{ query: 'isIpv6InSubnet("2001:db8::1", "2001:db8::/32")', result: 1 }],
  },
  {
    name: 'ipv4ToNumber',
    kind: 'scalar',
    params: [address],
    returns: 'number',
    summary: 'The IPv4 address as a number.',
    since: '2026',
    sql: { duckdb: 'CAST(cw_ipv4({address}) AS DOUBLE)' },
    examples: [{ query: 'ipv4ToNumber("10.0.0.1")', result: 167772161 }],
  },
  {
    name: 'isPrivateIP',
    kind: 'scalar',
    params: [address],
    returns: 'boolean',
    summary: 'True for an address of the private blocks of RFC 1918.',
    since: '2026',
    sql: { duckdb: 'cw_private4(cw_ipv4({address}))' },
    examples: [
      { query: 'isPrivateIP("172.20.0.1")', result: 1 },
      { query: 'isPrivateIP("8.8.8.8")', result: 0 },
    ],
  },
  {
    name: 'isPublicIP',
    kind: 'scalar',
    params: [address],
    returns: 'boolean',
    summary: 'True for an address that is reachable on the internet.',
    since: '2026',
    sql: {
      duckdb:
        "CASE WHEN contains({address}, ':') THEN coalesce(cw_kind6({address}) = 'public', FALSE) ELSE coalesce(NOT (cw_private4(cw_ipv4({address})) OR cw_reserved4(cw_ipv4({address}))), FALSE) AND cw_ipv4({address}) IS NOT NULL END",
    },
    examples: [{ query: 'isPublicIP("8.8.8.8")', result: 1 }],
  },
  {
    name: 'isReservedIP',
    kind: 'scalar',
    params: [address],
    returns: 'boolean',
    summary: 'True for an address set aside for special use, such as loopback.',
    since: '2026',
    sql: {
      duckdb:
        "CASE WHEN contains({address}, ':') THEN coalesce(cw_kind6({address}) = 'reserved', FALSE) ELSE cw_reserved4(cw_ipv4({address})) END",
    },
    examples: [{ query: 'isReservedIP("127.0.0.1")', result: 1 }],
  },
];
