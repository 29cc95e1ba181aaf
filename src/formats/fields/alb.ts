import type { FieldDefinition } from '../format.ts';
import { column } from './column.ts';

const required = { isRequired: true };

/** Columns of Application Load Balancer access logs. */
export const albFields: readonly FieldDefinition[] = [
  column('type', 'http', 'Kind of the request or connection.', {
    kind: 'code',
    isRequired: true,
    values: {
      http: 'HTTP',
      https: 'HTTP over TLS',
      h2: 'HTTP/2 over TLS',
      grpcs: 'gRPC over TLS',
      ws: 'WebSocket',
      wss: 'WebSocket over TLS',
    },
  }),
  column('time', '2018-07-02T22:23:00.186641Z', 'When the answer was sent.', required),
  column('elb', 'app/my-loadbalancer/50dc6c495c0c9188', 'Load balancer.', { kind: 'identifier', isRequired: true }),
  column('client:port', '192.168.131.39:2817', 'Address and port of the client.', required),
  column('target:port', '10.0.0.1:80', 'Address and port of the target.'),
  column('request_processing_time', '0.000', 'Seconds until the target got the request; -1 for none.', number()),
  column('target_processing_time', '0.001', 'Seconds until the target began to answer; -1 for none.', number()),
  column('response_processing_time', '0.000', 'Seconds until the answer went to the client; -1 for none.', number()),
  column('elb_status_code', '200', 'Status that the load balancer gave.', { kind: 'number' }),
  column('target_status_code', '200', 'Status that the target gave.', { kind: 'number' }),
  column('received_bytes', '34', 'Bytes of the request.', { kind: 'count', isRequired: true }),
  column('sent_bytes', '366', 'Bytes of the answer.', { kind: 'count', isRequired: true }),
  column('request_line', 'GET http://www.example.com:80/ HTTP/1.1', 'Request line.'),
  column('user_agent', 'curl/7.46.0', 'User-Agent header.'),
  column('ssl_cipher', 'ECDHE-RSA-AES128-GCM-SHA256', 'TLS cipher.'),
  column('ssl_protocol', 'TLSv1.2', 'TLS version.'),
  column(
    'target_group_arn',
    'arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067',
    'Target group.',
    { kind: 'identifier' },
  ),
  column('trace_id', 'Root=1-58337262-36d228ad5d99923122bbe354', 'X-Amzn-Trace-Id header.', { kind: 'identifier' }),
  column('domain_name', 'www.example.com', 'Server name that the client asked for.'),
  column('chosen_cert_arn', 'arn:aws:acm:us-east-2:123456789012:certificate/12345678', 'Certificate that was shown.', {
    kind: 'identifier',
  }),
  column('matched_rule_priority', '0', 'Priority of the rule that matched; 0 is the default rule.', { kind: 'number' }),
  column('request_creation_time', '2018-07-02T22:22:48.364000Z', 'When the request came in.', required),
  column('actions_executed', 'forward', 'What the rule did.'),
  column('redirect_url', 'https://example.com:443/', 'Where the client was sent.'),
  column('error_reason', 'TargetConnectionError', 'Why the rule failed.'),
  column('target:port_list', '10.0.0.1:80', 'All targets that were tried.'),
  column('target_status_code_list', '200', 'Status of each target that was tried.'),
  column('classification', 'Acceptable', 'Class of the request in desync mitigation.'),
  column('classification_reason', 'SpaceInUri', 'Why it is in that class.'),
  column('conn_trace_id', 'TID_1234abcd5678ef90', 'Connection.', { kind: 'identifier' }),
  column('transformed_host', 'internal.example.com', 'Host header after a transform.'),
  column('transformed_uri', '/v2/pets', 'Path after a transform.'),
  column('request_transform_status', 'TransformSuccess', 'Whether the transform worked.'),
];

function number() {
  return { kind: 'number', isRequired: true } as const;
}
