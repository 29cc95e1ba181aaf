import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcTransitGateway: CatalogueFormat = {
  name: 'vpc-transit-gateway',
  title: 'VPC flow logs of traffic through a transit gateway',
  source: 'AWS VPC User Guide: flow log record examples',
  text: '${version} ${interface-id} ${account-id} ${vpc-id} ${subnet-id} ${instance-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${tcp-flags} ${type} ${pkt-srcaddr} ${pkt-dstaddr} ${action} ${log-status}',
  samples: [
    {
      topic: 'web server ENI: request',
      record:
        '3 eni-33333333333333333 123456789010 vpc-abcdefab012345678 subnet-22222222bbbbbbbbb i-01234567890123456 10.20.33.164 10.40.2.236 39812 80 6 3 IPv4 10.20.33.164 10.40.2.236 ACCEPT OK',
    },
    {
      topic: 'web server ENI: response',
      record:
        '3 eni-33333333333333333 123456789010 vpc-abcdefab012345678 subnet-22222222bbbbbbbbb i-01234567890123456 10.40.2.236 10.20.33.164 80 39812 6 19 IPv4 10.40.2.236 10.20.33.164 ACCEPT OK',
    },
    {
      topic: 'TGW ENI: request (srcaddr is the TGW ENI)',
      record:
        '3 eni-11111111111111111 123456789010 vpc-abcdefab012345678 subnet-11111111aaaaaaaaa - 10.40.1.175 10.40.2.236 39812 80 6 3 IPv4 10.20.33.164 10.40.2.236 ACCEPT OK',
    },
    {
      topic: 'TGW ENI: response (dstaddr is the TGW ENI)',
      record:
        '3 eni-22222222222222222 123456789010 vpc-abcdefab012345678 subnet-22222222bbbbbbbbb - 10.40.2.236 10.40.2.31 80 39812 6 19 IPv4 10.40.2.236 10.20.33.164 ACCEPT OK',
    },
  ],
};
