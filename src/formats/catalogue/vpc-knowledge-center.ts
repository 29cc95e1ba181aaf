import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcKnowledgeCenter: CatalogueFormat = {
  name: 'vpc-knowledge-center',
  title: 'Custom format of the AWS Knowledge Center',
  source: 'AWS Knowledge Center: custom VPC flow logs in Logs Insights',
  text: '${account-id} ${vpc-id} ${subnet-id} ${interface-id} ${instance-id} ${srcaddr} ${srcport} ${dstaddr} ${dstport} ${protocol} ${packets} ${bytes} ${action} ${log-status} ${start} ${end} ${flow-direction} ${traffic-path} ${tcp-flags} ${pkt-srcaddr} ${pkt-src-aws-service} ${pkt-dstaddr} ${pkt-dst-aws-service} ${region} ${az-id} ${sublocation-type} ${sublocation-id}',
  samples: [],
};
