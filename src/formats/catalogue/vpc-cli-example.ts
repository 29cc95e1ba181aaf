import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcCliExample: CatalogueFormat = {
  name: 'vpc-cli-example',
  title: 'Custom format of the aws-cli and CloudFormation manuals',
  source: 'aws-cli create-flow-logs example; CloudFormation User Guide',
  text: '${version} ${vpc-id} ${subnet-id} ${instance-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${tcp-flags} ${type} ${pkt-srcaddr} ${pkt-dstaddr}',
  samples: [],
};
