import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcV3: CatalogueFormat = {
  name: 'vpc-v3',
  title: 'All VPC fields of versions 2 and 3 in documentation order',
  source: 'AWS VPC User Guide: flow log records',
  text: '${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status} ${vpc-id} ${subnet-id} ${instance-id} ${tcp-flags} ${type} ${pkt-srcaddr} ${pkt-dstaddr}',
  samples: [],
};
