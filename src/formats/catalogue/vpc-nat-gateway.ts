import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcNatGateway: CatalogueFormat = {
  name: 'vpc-nat-gateway',
  title: 'Traffic through a zonal NAT gateway',
  source: 'AWS VPC User Guide: flow log record examples',
  text: '${instance-id} ${interface-id} ${srcaddr} ${dstaddr} ${pkt-srcaddr} ${pkt-dstaddr}',
  samples: [
    { topic: 'NAT ENI: instance -> NAT', record: '- eni-1235b8ca123456789 10.0.1.5 10.0.0.220 10.0.1.5 203.0.113.5' },
    {
      topic: 'NAT ENI: NAT -> internet',
      record: '- eni-1235b8ca123456789 10.0.0.220 203.0.113.5 10.0.0.220 203.0.113.5',
    },
    {
      topic: 'NAT ENI: internet -> NAT',
      record: '- eni-1235b8ca123456789 203.0.113.5 10.0.0.220 203.0.113.5 10.0.0.220',
    },
    { topic: 'NAT ENI: NAT -> instance', record: '- eni-1235b8ca123456789 10.0.0.220 10.0.1.5 203.0.113.5 10.0.1.5' },
    {
      topic: 'instance ENI: request',
      record: 'i-01234567890123456 eni-1111aaaa2222bbbb3 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5',
    },
    {
      topic: 'instance ENI: response',
      record: 'i-01234567890123456 eni-1111aaaa2222bbbb3 203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5',
    },
  ],
};
