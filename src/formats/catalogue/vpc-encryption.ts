import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcEncryption: CatalogueFormat = {
  name: 'vpc-encryption',
  title: 'Encryption Controls, format of the manual',
  source: 'AWS VPC User Guide: VPC Encryption Controls',
  text: '${encryption-status} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${traffic-path} ${flow-direction} ${reject-reason}',
  samples: [],
};
