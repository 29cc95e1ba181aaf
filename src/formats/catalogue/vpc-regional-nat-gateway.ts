import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcRegionalNatGateway: CatalogueFormat = {
  name: 'vpc-regional-nat-gateway',
  title: 'Traffic through a regional NAT gateway',
  source: 'AWS VPC User Guide: flow log record examples',
  text: '${resource-id} ${instance-id} ${interface-id} ${subnet-id} ${srcaddr} ${dstaddr} ${pkt-srcaddr} ${pkt-dstaddr}',
  samples: [
    {
      topic: 'regional NAT: instance -> NAT',
      record: 'nat-1234567890abcdef - - - 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5',
    },
    {
      topic: 'regional NAT: NAT -> internet',
      record: 'nat-1234567890abcdef - - - 107.22.182.139 203.0.113.5 107.22.182.139 203.0.113.5',
    },
    {
      topic: 'regional NAT: internet -> NAT',
      record: 'nat-1234567890abcdef - - - 203.0.113.5 107.22.182.139 203.0.113.5 107.22.182.139',
    },
    {
      topic: 'regional NAT: NAT -> instance',
      record: 'nat-1234567890abcdef - - - 203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5',
    },
    {
      topic: 'instance ENI: request',
      record:
        '- i-01234567890123456 eni-1111aaaa2222bbbb3 subnet-aaaaaaaa012345678 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5',
    },
    {
      topic: 'instance ENI: response',
      record:
        '- i-01234567890123456 eni-1111aaaa2222bbbb3 subnet-aaaaaaaa012345678 203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5',
    },
  ],
};
