import type { CatalogueFormat } from '../catalogue-format.ts';

export const s3Access: CatalogueFormat = {
  name: 's3-access',
  aliases: ['s3'],
  title: 'S3 server access log',
  source: 'Amazon S3 guide: server access log format',
  text: '${bucket_owner} ${bucket} [${time}] ${remote_ip} ${requester} ${request_id} ${operation} ${key} "${request_uri}" ${http_status} ${error_code} ${bytes_sent} ${object_size} ${total_time} ${turn_around_time} "${referer}" "${user_agent}" ${version_id} ${host_id} ${signature_version} ${cipher_suite} ${authentication_type} ${host_header} ${tls_version} ${access_point_arn} ${acl_required} ${source_region}',
  samples: [
    {
      topic: 'versioning of a bucket',
      record:
        '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be amzn-s3-demo-bucket1 [06/Feb/2019:00:00:38 +0000] 192.0.2.3 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be 3E57427F3EXAMPLE REST.GET.VERSIONING - "GET /amzn-s3-demo-bucket1?versioning HTTP/1.1" 200 - 113 - 7 - "-" "S3Console/0.4" - s9lzHYrFp76ZVxRcpX9+5cjAnEH2ROuNkd2BHfIa6UkFVdtjf5mKR3/eTPFvsiP/XV/VLi31234= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader amzn-s3-demo-bucket1.s3.us-west-1.amazonaws.com TLSV1.2 arn:aws:s3:us-west-1:123456789012:accesspoint/example-AP Yes us-east-1',
    },
  ],
};
