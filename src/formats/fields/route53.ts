import type { FieldDefinition } from '../format.ts';
import { column } from './column.ts';

const present = { isRequired: true, isDiscovered: true };

/** Columns of Route 53 public DNS query logs, under the names that CloudWatch discovers. */
export const route53Fields: readonly FieldDefinition[] = [
  column('version', '1.0', 'Version of the record.', { kind: 'number', ...present }),
  column('queryTimestamp', '2017-12-13T08:15:50.235Z', 'When the query was answered, in UTC.', present),
  column('hostZoneId', 'Z123412341234', 'Hosted zone.', { kind: 'identifier', ...present }),
  column('queryName', 'example.com', 'Name that was asked for.', present),
  column('queryType', 'AAAA', 'Record type that was asked for.', present),
  column('responseCode', 'NOERROR', 'DNS answer code.', {
    kind: 'code',
    values: {
      NOERROR: 'answered',
      NXDOMAIN: 'no such name',
      SERVFAIL: 'the server failed',
      REFUSED: 'refused',
      FORMERR: 'malformed query',
    },
    ...present,
  }),
  column('protocol', 'TCP', 'Transport of the query.', {
    kind: 'code',
    values: { TCP: 'TCP', UDP: 'UDP' },
    isClosed: true,
    ...present,
  }),
  column('edgeLocation', 'IAD12', 'Edge location that answered.', { kind: 'identifier', ...present }),
  column('resolverIp', '192.0.2.0', 'Address of the resolver.', { kind: 'address', ...present }),
  column('ednsClientSubnet', '198.51.100.0/24', 'Part of the client address that the resolver passed on.', {
    isDiscovered: true,
  }),
];
