import type { FieldDefinition } from '../format.ts';
import { column } from './column.ts';

const resultTypes = {
  Hit: 'served from the cache',
  RefreshHit: 'served from the cache after asking the origin',
  OriginShieldHit: 'served from Origin Shield',
  Miss: 'served by the origin',
  LimitExceeded: 'refused: a quota was reached',
  CapacityExceeded: 'refused: the edge was full',
  Error: 'an error',
  Redirect: 'redirected to HTTPS',
};

/** Columns of CloudFront's standard log files; values are URL-encoded, so none holds a tab. */
export const cloudfrontFields: readonly FieldDefinition[] = [
  column('date', '2019-12-04', 'Day in UTC.', { isRequired: true }),
  column('time', '21:02:31', 'Time of the day in UTC.', { isRequired: true }),
  column('x-edge-location', 'LAX1', 'Edge location.', { kind: 'identifier', isRequired: true }),
  column('sc-bytes', '392', 'Bytes sent, headers included.', { kind: 'count', isRequired: true }),
  column('c-ip', '192.0.2.100', 'Address of the client.', { kind: 'address', isRequired: true }),
  column('cs-method', 'GET', 'Method of the request.', { isRequired: true }),
  column('cs(Host)', 'd111111abcdef8.cloudfront.net', 'Domain name of the distribution.', { isRequired: true }),
  column('cs-uri-stem', '/index.html', 'Path of the request.', { isRequired: true }),
  column('sc-status', '200', 'Status of the answer; 000 when the client left.', { kind: 'number', isRequired: true }),
  column('cs(Referer)', 'https://www.example.com/', 'Referer header.'),
  column('cs(User-Agent)', 'Mozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)', 'User-Agent header.'),
  column('cs-uri-query', 'page=2', 'Arguments of the request.'),
  column('cs(Cookie)', 'a=b', 'Cookie header.'),
  column('x-edge-result-type', 'Hit', 'How the edge classed the answer.', { kind: 'code', values: resultTypes }),
  column('x-edge-request-id', 'SOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4KyHmureZmBNrjGdRLiNIQ==', 'Request.', {
    kind: 'identifier',
    isRequired: true,
  }),
  column('x-host-header', 'd111111abcdef8.cloudfront.net', 'Host header.'),
  column('cs-protocol', 'https', 'Protocol of the request.', {
    kind: 'code',
    values: { http: 'HTTP', https: 'HTTPS', grpcs: 'gRPC', ws: 'WebSocket', wss: 'WebSocket over TLS' },
  }),
  column('cs-bytes', '23', 'Bytes of the request.', { kind: 'count', isRequired: true }),
  column('time-taken', '0.001', 'Seconds until the last byte of the answer.', { kind: 'number', isRequired: true }),
  column('x-forwarded-for', '203.0.113.7', 'Client behind a proxy.'),
  column('ssl-protocol', 'TLSv1.2', 'TLS version.'),
  column('ssl-cipher', 'ECDHE-RSA-AES128-GCM-SHA256', 'TLS cipher.'),
  column('x-edge-response-result-type', 'Hit', 'How the edge classed the answer just before sending it.', {
    kind: 'code',
    values: resultTypes,
  }),
  column('cs-protocol-version', 'HTTP/2.0', 'HTTP version.'),
  column('fle-status', 'Processed', 'Whether field-level encryption was done.'),
  column('fle-encrypted-fields', '2', 'Fields that were encrypted.', { kind: 'number' }),
  column('c-port', '11040', 'Port of the client.', { kind: 'port' }),
  column('time-to-first-byte', '0.001', 'Seconds until the first byte of the answer.', { kind: 'number' }),
  column('x-edge-detailed-result-type', 'Hit', 'Result type with the cause of an error.'),
  column('sc-content-type', 'text/html', 'Content-Type header of the answer.'),
  column('sc-content-len', '78', 'Content-Length header of the answer.', { kind: 'count' }),
  column('sc-range-start', '0', 'First byte of the range.', { kind: 'number' }),
  column('sc-range-end', '1023', 'Last byte of the range.', { kind: 'number' }),
];
