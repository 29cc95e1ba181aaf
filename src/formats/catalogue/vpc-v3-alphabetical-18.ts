import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcV3Alphabetical18: CatalogueFormat = {
  name: 'vpc-v3-alphabetical-18',
  title: '18 version 3 fields in alphabetical order',
  source: 'obsrvbl-oss/flowlogs-reader tests',
  text: '${account-id} ${bytes} ${dstaddr} ${dstport} ${end} ${instance-id} ${packets} ${pkt-dstaddr} ${pkt-srcaddr} ${protocol} ${srcaddr} ${srcport} ${start} ${subnet-id} ${tcp-flags} ${type} ${version} ${vpc-id}',
  samples: [
    {
      topic: 'v3 custom order',
      record:
        '000000000000 6392 172.18.160.93 47460 1568300425 i-06f9249b 10 172.18.160.93 192.168.0.1 6 172.18.160.68 443 1568300367 subnet-089e7569 19 IPv4 3 vpc-0461a061',
      isEdited: true,
    },
  ],
};
