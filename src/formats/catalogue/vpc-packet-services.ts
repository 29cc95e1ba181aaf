import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcPacketServices: CatalogueFormat = {
  name: 'vpc-packet-services',
  title: 'The default format with packet addresses and AWS services',
  source: 'grafana/vpc-flow-logs-analyzer test data',
  text: '${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status} ${pkt-srcaddr} ${pkt-dstaddr} ${pkt-src-aws-service} ${pkt-dst-aws-service}',
  samples: [
    {
      topic: 'through a NAT gateway ENI',
      record:
        '5 123456789012 eni-0d6bdc1a4942cb767 10.3.6.187 10.63.37.34 43944 443 6 4 208 1754321693 1754321724 ACCEPT OK 10.3.6.187 3.75.6.195 - EC2',
    },
    {
      topic: 'NODATA in a custom format',
      record: '5 123456789012 eni-0d6bdc1a4942cb767 - - - - - - - 1754324989 1754325020 - NODATA - - - -',
    },
    {
      topic: 'reply through NAT',
      record:
        '5 123456789012 eni-0d6bdc1a4942cb767 10.63.37.34 10.60.155.242 443 54428 6 16 6942 1754321693 1754321724 ACCEPT OK 3.78.206.74 10.60.155.242 AMAZON -',
    },
    {
      topic: 'SKIPDATA in a custom format (status edited)',
      record: '5 123456789012 eni-0d6bdc1a4942cb767 - - - - - - - 1754324989 1754325020 - SKIPDATA - - - -',
    },
    {
      topic: 'to S3',
      record:
        '5 123456789012 eni-0d6bdc1a4942cb767 10.63.37.34 3.5.246.198 54330 443 6 46 40672 1754321693 1754321724 ACCEPT OK 10.63.37.34 3.5.246.198 - S3',
    },
    {
      topic: 'from the internet',
      record:
        '5 123456789012 eni-0d6bdc1a4942cb767 85.214.204.244 10.63.37.34 443 58253 6 11 4065 1754321693 1754321724 ACCEPT OK 85.214.204.244 10.63.37.34 - -',
    },
  ],
};
