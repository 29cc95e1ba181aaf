import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcFlowlogsCli: CatalogueFormat = {
  name: 'vpc-flowlogs-cli',
  title: 'Custom format of the flowlogs command line',
  source: 'pete911/flowlogs',
  text: '${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status} ${vpc-id} ${subnet-id} ${instance-id} ${tcp-flags} ${type} ${pkt-srcaddr} ${pkt-dstaddr} ${pkt-src-aws-service} ${pkt-dst-aws-service} ${flow-direction} ${traffic-path}',
  samples: [],
};
