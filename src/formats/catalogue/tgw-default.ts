import type { CatalogueFormat } from '../catalogue-format.ts';

export const tgwDefault: CatalogueFormat = {
  name: 'tgw-default',
  aliases: ['tgw'],
  title: 'Transit Gateway flow logs, default format: all 36 fields',
  source: 'AWS Transit Gateway guide: flow logs',
  text: '${version} ${resource-type} ${account-id} ${tgw-id} ${tgw-attachment-id} ${tgw-src-vpc-account-id} ${tgw-dst-vpc-account-id} ${tgw-src-vpc-id} ${tgw-dst-vpc-id} ${tgw-src-subnet-id} ${tgw-dst-subnet-id} ${tgw-src-eni} ${tgw-dst-eni} ${tgw-src-az-id} ${tgw-dst-az-id} ${tgw-pair-attachment-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${log-status} ${type} ${packets-lost-no-route} ${packets-lost-blackhole} ${packets-lost-mtu-exceeded} ${packets-lost-ttl-expired} ${tcp-flags} ${region} ${flow-direction} ${pkt-src-aws-service} ${pkt-dst-aws-service}',
  samples: [
    {
      topic: 'a record with many missing values',
      record:
        '3 - 748335378900 tgw-0a12bc34de56f7890 tgw-attach-0123abcd - - vpc-0abc1234 vpc-0def5678 - - eni-0ee5f66aa7bcc89d0 eni-0dd4ee5f66aa7bcc8 - - - 216.160.83.56 89.160.20.128 36721 8080 17 13 6842 1755592553 1755592580 OK - - - - - - - ingress - -',
      isEdited: true,
    },
    {
      topic: 'a whole record',
      record:
        '6 TransitGateway 123456789012 tgw-0123456789abcdef0 tgw-attach-0aaaaaaaaaaaaaaa1 111111111111 222222222222 vpc-0aaaaaaaaaaaaaaa1 vpc-0bbbbbbbbbbbbbbb2 subnet-0aaaaaaaaaaaaaaa1 subnet-0bbbbbbbbbbbbbbb2 eni-0aaaaaaaaaaaaaaa1 eni-0bbbbbbbbbbbbbbb2 use1-az1 use1-az2 tgw-attach-0bbbbbbbbbbbbbbb2 10.20.33.164 10.40.2.236 39812 80 6 10 1260 1700000000 1700000060 OK IPv4 0 0 0 0 3 us-east-1 ingress - -',
      isEdited: true,
    },
  ],
};
