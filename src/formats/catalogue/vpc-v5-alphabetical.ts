import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcV5Alphabetical: CatalogueFormat = {
  name: 'vpc-v5-alphabetical',
  title: 'All VPC fields up to version 5 in alphabetical order',
  source: 'obsrvbl-oss/flowlogs-reader tests; the order of the VPC console',
  text: '${account-id} ${action} ${az-id} ${bytes} ${dstaddr} ${dstport} ${end} ${flow-direction} ${instance-id} ${interface-id} ${log-status} ${packets} ${pkt-dst-aws-service} ${pkt-dstaddr} ${pkt-src-aws-service} ${pkt-srcaddr} ${protocol} ${region} ${srcaddr} ${srcport} ${start} ${sublocation-id} ${sublocation-type} ${subnet-id} ${tcp-flags} ${traffic-path} ${type} ${version} ${vpc-id}',
  samples: [
    {
      topic: 'v5, alphabetical field order',
      record:
        '999999999999 ACCEPT use2-az2 4895 192.0.2.156 50318 1614866511 ingress i-00123456789abcdef eni-00123456789abcdef OK 15 - 192.0.2.156 S3 198.51.100.6 6 us-east-2 198.51.100.7 443 1614866493 - - subnet-0123456789abcdef 19 - IPv4 5 vpc-04456ab739938ee3f',
      isEdited: true,
    },
    {
      topic: 'v5, gateway endpoint path (7)',
      record:
        '999999999999 ACCEPT use2-az2 3015 198.51.100.6 443 1614866511 egress i-00123456789abcdef eni-00123456789abcdef OK 16 S3 198.51.100.7 - 192.0.2.156 6 us-east-2 192.0.2.156 50318 1614866493 - - subnet-0123456789abcdef 7 7 IPv4 5 vpc-04456ab739938ee3f',
      isEdited: true,
    },
  ],
};
