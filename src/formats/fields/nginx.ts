import type { OpenFields } from '../field-sets.ts';
import type { FieldDefinition, FieldKind } from '../format.ts';

const empty = 'when it is empty';

/** Variables of nginx's `log_format` that turn up in access logs. */
export const nginxFields: readonly FieldDefinition[] = [
  text('remote_addr', 'Address of the client.', '203.0.113.7', 'address'),
  text('remote_port', 'Port of the client.', '51234', 'port'),
  text('remote_user', 'User name of basic authentication.', 'alice'),
  text('realip_remote_addr', 'Address of the peer before the real-IP module replaced it.', '10.0.0.5', 'address'),
  text('proxy_protocol_addr', 'Address of the client in the PROXY protocol header.', '203.0.113.7', 'address'),
  text('time_local', 'Local time in the common log format.', '20/Nov/2026:10:15:30 +0000'),
  text('time_iso8601', 'Local time in ISO 8601.', '2026-11-20T10:15:30+00:00'),
  number('msec', 'Unix time with milliseconds.', '1795169730.123'),
  text('request', 'Request line.', 'GET /index.html HTTP/1.1'),
  text('request_method', 'Method of the request.', 'GET'),
  text('request_uri', 'Path and arguments as the client sent them.', '/index.html?page=2'),
  text('uri', 'Normalised path.', '/index.html'),
  text('document_uri', 'Normalised path.', '/index.html'),
  text('args', 'Arguments of the request.', 'page=2'),
  text('query_string', 'Arguments of the request.', 'page=2'),
  text('request_body', 'Body of the request.', '{}'),
  text('request_id', 'Random identifier of the request.', '444535f9378a3dfa1b8604bc9e05a303', 'identifier'),
  number('request_length', 'Bytes of the request, line, headers and body.', '412', 'count'),
  number('request_time', 'Seconds from the first byte of the request to the last of the answer.', '0.004'),
  number('status', 'Status of the answer.', '200'),
  number('bytes_sent', 'Bytes sent to the client.', '850', 'count'),
  number('body_bytes_sent', 'Bytes sent to the client without the headers.', '612', 'count'),
  number('connection', 'Serial number of the connection.', '17'),
  number('connection_requests', 'Requests so far on the connection.', '3'),
  text('pipe', 'Whether the request was pipelined.', '.', 'code', { p: 'pipelined', '.': 'not pipelined' }),
  text('scheme', 'Scheme of the request.', 'https'),
  text('host', 'Host of the request.', 'www.example.com'),
  text('hostname', 'Name of the machine.', 'web-1'),
  text('http_host', 'Host header.', 'www.example.com'),
  text('http_referer', 'Referer header.', 'https://www.example.com/'),
  text('http_user_agent', 'User-Agent header.', 'curl/8.5.0'),
  text('http_x_forwarded_for', 'X-Forwarded-For header.', '203.0.113.7'),
  text('server_addr', 'Address of the server.', '10.0.0.5', 'address'),
  text('server_name', 'Name of the server block.', 'www.example.com'),
  text('server_port', 'Port of the server.', '443', 'port'),
  text('server_protocol', 'Protocol of the request.', 'HTTP/1.1'),
  text('ssl_protocol', 'TLS version.', 'TLSv1.3'),
  text('ssl_cipher', 'TLS cipher.', 'TLS_AES_256_GCM_SHA384'),
  text('ssl_server_name', 'Server name that the client asked for.', 'www.example.com'),
  text('content_type', 'Content-Type header of the request.', 'application/json'),
  text('content_length', 'Content-Length header of the request.', '412', 'count'),
  number('gzip_ratio', 'Compression achieved.', '2.41'),
  text('limit_req_status', 'What the request limit did.', 'PASSED'),
  text('upstream_addr', 'Address and port of the upstream, several where it tried more than one.', '10.0.1.9:8080'),
  text('upstream_status', 'Status of the upstream.', '200'),
  text('upstream_response_time', 'Seconds until the upstream had answered.', '0.003'),
  text('upstream_connect_time', 'Seconds until the upstream was connected.', '0.001'),
  text('upstream_header_time', 'Seconds until the upstream had sent its headers.', '0.002'),
  text('upstream_response_length', 'Bytes of the upstream answer.', '612'),
  text('upstream_bytes_received', 'Bytes received from the upstream.', '850'),
  text('upstream_bytes_sent', 'Bytes sent to the upstream.', '412'),
  text('upstream_cache_status', 'What the cache did.', 'HIT'),
  text('proxy_host', 'Name of the proxied server.', 'backend'),
];

/** Groups of nginx variables named after a header, a cookie, an argument. */
export const nginxOpenFields: readonly OpenFields[] = [
  open('http_', 'Header of the request.'),
  open('sent_http_', 'Header of the answer.'),
  open('upstream_http_', 'Header of the upstream answer.'),
  open('sent_trailer_', 'Trailer of the answer.'),
  open('cookie_', 'Cookie of the request.'),
  open('arg_', 'Argument of the request.'),
  open('geoip_', 'What the address database says of the client.'),
  open('ssl_client_', 'Property of the client certificate.'),
];

function text(
  name: string,
  meaning: string,
  example: string,
  kind: FieldKind = 'text',
  values?: Readonly<Record<string, string>>,
): FieldDefinition {
  const type = kind === 'port' || kind === 'count' ? 'number' : 'string';
  return { name, type, kind, meaning, missing: empty, examples: [example], ...(values && { values }) };
}

function number(name: string, meaning: string, example: string, kind: FieldKind = 'number'): FieldDefinition {
  return { name, type: 'number', kind, meaning, examples: [example] };
}

function open(prefix: string, meaning: string): OpenFields {
  return { prefix, definition: { type: 'string', kind: 'text', meaning, missing: empty, examples: ['value'] } };
}
