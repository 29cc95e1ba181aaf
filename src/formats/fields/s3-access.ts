import type { FieldDefinition } from '../format.ts';
import { column } from './column.ts';

const owner = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
const identifier = { kind: 'identifier' } as const;

/** Columns of S3 server access logs. */
export const s3AccessFields: readonly FieldDefinition[] = [
  column('bucket_owner', owner, 'Owner of the bucket.', { kind: 'identifier', isRequired: true }),
  column('bucket', 'amzn-s3-demo-bucket1', 'Bucket.', { kind: 'identifier', isRequired: true }),
  column('time', '06/Feb/2019:00:00:38 +0000', 'When the request came in.', { isRequired: true }),
  column('remote_ip', '192.0.2.3', 'Address of the requester.', { kind: 'address' }),
  column('requester', owner, 'Principal of the requester; "-" for anonymous requests.', identifier),
  column('request_id', '3E57427F3EXAMPLE', 'Request.', { kind: 'identifier', isRequired: true }),
  column('operation', 'REST.GET.OBJECT', 'What was asked for.', { isRequired: true }),
  column('key', 'photos/2019/puppy.jpg', 'Object, URL-encoded.'),
  column('request_uri', 'GET /amzn-s3-demo-bucket1?versioning HTTP/1.1', 'Request line.'),
  column('http_status', '200', 'Status of the answer.', { kind: 'number' }),
  column('error_code', 'NoSuchKey', 'S3 error.'),
  column('bytes_sent', '113', 'Bytes of the answer without the protocol.', { kind: 'count' }),
  column('object_size', '3462992', 'Size of the object.', { kind: 'count' }),
  column('total_time', '7', 'Milliseconds of the request.', { kind: 'number' }),
  column('turn_around_time', '6', 'Milliseconds that S3 worked.', { kind: 'number' }),
  column('referer', 'http://www.example.com/', 'Referer header.'),
  column('user_agent', 'S3Console/0.4', 'User-Agent header.'),
  column('version_id', '3HL4kqtJvjVBH40Nrjfkd', 'Version of the object.', identifier),
  column(
    'host_id',
    's9lzHYrFp76ZVxRcpX9+5cjAnEH2ROuNkd2BHfIa6UkFVdtjf5mKR3/eTPFvsiP/XV/VLi31234=',
    'Host.',
    identifier,
  ),
  column('signature_version', 'SigV4', 'Signature that authenticated the request.'),
  column('cipher_suite', 'ECDHE-RSA-AES128-GCM-SHA256', 'TLS cipher.'),
  column('authentication_type', 'AuthHeader', 'Where the signature was.', {
    kind: 'code',
    values: { AuthHeader: 'in a header', QueryString: 'in the URL' },
  }),
  column('host_header', 'amzn-s3-demo-bucket1.s3.us-west-1.amazonaws.com', 'Host header.'),
  column('tls_version', 'TLSv1.2', 'TLS version.'),
  column('access_point_arn', 'arn:aws:s3:us-west-1:123456789012:accesspoint/example-AP', 'Access point.', identifier),
  column('acl_required', 'Yes', 'Whether an access control list was needed.', {
    kind: 'code',
    values: { Yes: 'it was needed' },
  }),
  column('source_region', 'us-east-1', 'Region that the request came from.', identifier),
];
