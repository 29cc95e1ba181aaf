import type { FieldDefinition } from '../format.ts';
import { column } from './column.ts';

const required = { isRequired: true };

/** Columns of Network Load Balancer access logs, which exist for TLS listeners. */
export const nlbTlsFields: readonly FieldDefinition[] = [
  column('type', 'tls', 'Kind of the listener.', {
    kind: 'code',
    isRequired: true,
    values: { tls: 'TLS listener' },
  }),
  column('version', '2.0', 'Version of the record.', { kind: 'number', isRequired: true }),
  column('time', '2018-12-20T02:59:40', 'When the connection ended.', required),
  column('elb', 'net/my-network-loadbalancer/c6e77e28c25b2234', 'Load balancer.', {
    kind: 'identifier',
    isRequired: true,
  }),
  column('listener_id', 'g3d4b5e8bb8464cd', 'Listener.', { kind: 'identifier', isRequired: true }),
  column('client:port', '72.21.218.154:51341', 'Address and port of the client.', required),
  column('target:port', '172.100.100.185:443', 'Address and port of the target.'),
  column('tcp_connection_time_ms', '5', 'Milliseconds of the connection.', { kind: 'number' }),
  column('tls_handshake_time_ms', '2', 'Milliseconds of the handshake.', { kind: 'number' }),
  column('received_bytes', '98', 'Bytes from the client.', { kind: 'count', isRequired: true }),
  column('sent_bytes', '246', 'Bytes to the client.', { kind: 'count', isRequired: true }),
  column('incoming_tls_alert', '40', 'TLS alert of the client.', { kind: 'number' }),
  column('cert_arn', 'arn:aws:acm:us-east-2:123456789012:certificate/12345678', 'Certificate that was shown.', {
    kind: 'identifier',
  }),
  column('certificate_serial', '0a:1b', 'Serial number of the certificate.'),
  column('tls_cipher_suite', 'ECDHE-RSA-AES128-SHA', 'TLS cipher.'),
  column('tls_protocol_version', 'tlsv12', 'TLS version.'),
  column('tls_named_group', 'x25519', 'Group of the key exchange.'),
  column('domain_name', 'www.example.com', 'Server name that the client asked for.'),
  column('alpn_fe_protocol', 'h2', 'Protocol agreed with the client.'),
  column('alpn_be_protocol', 'h2', 'Protocol agreed with the target.'),
  column('alpn_client_preference_list', '"h2","http/1.1"', 'Protocols that the client offered.'),
  column('tls_connection_creation_time', '2018-12-20T02:59:30', 'When the connection began.'),
];
