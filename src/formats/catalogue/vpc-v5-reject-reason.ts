import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcV5RejectReason: CatalogueFormat = {
  name: 'vpc-v5-reject-reason',
  title: 'All VPC fields up to version 5 and reject-reason',
  source: 'AWS sample template for VPC Block Public Access',
  text: '${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status} ${vpc-id} ${subnet-id} ${instance-id} ${tcp-flags} ${type} ${pkt-srcaddr} ${pkt-dstaddr} ${region} ${az-id} ${sublocation-type} ${sublocation-id} ${pkt-src-aws-service} ${pkt-dst-aws-service} ${flow-direction} ${traffic-path} ${reject-reason}',
  samples: [],
};
