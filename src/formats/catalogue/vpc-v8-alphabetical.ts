import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcV8Alphabetical: CatalogueFormat = {
  name: 'vpc-v8-alphabetical',
  title: 'The alphabetical version 5 fields and reject-reason',
  source: 'public Terraform code',
  text: '${account-id} ${action} ${az-id} ${bytes} ${dstaddr} ${dstport} ${end} ${flow-direction} ${instance-id} ${interface-id} ${log-status} ${packets} ${pkt-dst-aws-service} ${pkt-dstaddr} ${pkt-src-aws-service} ${pkt-srcaddr} ${protocol} ${region} ${reject-reason} ${srcaddr} ${srcport} ${start} ${sublocation-id} ${sublocation-type} ${subnet-id} ${tcp-flags} ${traffic-path} ${type} ${version} ${vpc-id}',
  samples: [],
};
