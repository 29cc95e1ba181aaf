import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcShortV11: CatalogueFormat = {
  name: 'vpc-short-v11',
  title: '14 fields of versions 2 to 11',
  source: 'Vector Remap Language manual',
  text: '${version} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${start} ${end} ${action} ${log-status} ${reject-reason} ${resource-id} ${encryption-status} ${interface-type}',
  samples: [
    {
      topic: 'v8..v11 fields',
      record:
        '11 10.0.0.71 52.95.128.179 34210 80 6 1616729292 1616729349 REJECT OK BPA nat-0c50d5961bcb2d47b 1 nat_gateway',
      isEdited: true,
    },
  ],
};
