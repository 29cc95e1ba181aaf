import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcDefaultRejectReason: CatalogueFormat = {
  name: 'vpc-default-reject-reason',
  title: 'The default format with direction, TCP flags and reject-reason',
  source: 'public Terraform code',
  text: '${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status} ${flow-direction} ${tcp-flags} ${reject-reason}',
  samples: [],
};
