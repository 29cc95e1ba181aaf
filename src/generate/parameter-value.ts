import { protocolNames } from '../formats/fields/protocols.ts';
import { cidrFamily, isIpv4, isIpv6 } from './address.ts';
import { readDuration } from './duration-value.ts';
import type { ParameterType, TemplateParameter } from './template.ts';

/** A checked value as the template gets it, or what would have been one. */
export interface ReadValue {
  readonly value: string | undefined;
  readonly expected: string;
}

/** Reads a value of a parameter: protocols become numbers, everything else stays as it is written. */
export function readValue(parameter: TemplateParameter, text: string): ReadValue {
  const { read, expected } = readers[parameter.type];
  return { value: read(text, parameter), expected: expected(parameter) };
}

interface Reader {
  readonly expected: (parameter: TemplateParameter) => string;
  readonly read: (text: string, parameter: TemplateParameter) => string | undefined;
}

const readers: Readonly<Record<ParameterType, Reader>> = {
  string: { expected: () => 'a text', read: (text) => (text === '' ? undefined : text) },
  number: {
    expected: () => 'a number such as 20 or 0.5',
    read: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? text : undefined),
  },
  count: {
    expected: () => 'a whole number from 1',
    read: (text) => wholeNumber(text, 1, 999_999_999),
  },
  port: { expected: () => 'a port from 0 to 65535', read: (text) => wholeNumber(text, 0, 65_535) },
  protocol: { expected: () => 'a protocol name such as tcp, or its number from 0 to 255', read: readProtocol },
  address: {
    expected: () => 'an IPv4 or IPv6 address such as 10.0.0.1 or 2001:db8::1',
    read: (text) => (isIpv4(text) || isIpv6(text) ? text : undefined),
  },
  cidr: {
    expected: () => 'an address range such as 10.0.0.0/16',
    read: (text) => (cidrFamily(text) === undefined ? undefined : text),
  },
  duration: {
    expected: () => 'a duration such as 5m, 1h or 1d (the service cuts seconds and minutes at 60, hours at 24)',
    read: readDuration,
  },
  choice: {
    expected: ({ values = [] }) => `one of ${values.join(', ')}`,
    read: (text, { values = [] }) => (values.includes(text) ? text : undefined),
  },
};

function wholeNumber(text: string, least: number, largest: number): string | undefined {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= largest ? String(number) : undefined;
}

function readProtocol(text: string): string | undefined {
  const named = Object.entries(protocolNames).find(([, name]) => name.toLowerCase() === text.toLowerCase());
  return named ? named[0] : wholeNumber(text, 0, 255);
}
