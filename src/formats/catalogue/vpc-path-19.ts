import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcPath19: CatalogueFormat = {
  name: 'vpc-path-19',
  title: '19 fields on location, direction, path and services',
  source: 'a public article on custom flow logs',
  text: '${region} ${vpc-id} ${az-id} ${subnet-id} ${instance-id} ${interface-id} ${flow-direction} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${pkt-srcaddr} ${pkt-dstaddr} ${pkt-src-aws-service} ${pkt-dst-aws-service} ${traffic-path} ${packets} ${bytes} ${action}',
  samples: [],
};
