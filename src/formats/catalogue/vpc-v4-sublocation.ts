import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcV4Sublocation: CatalogueFormat = {
  name: 'vpc-v4-sublocation',
  title: '22 version 4 fields with the sublocation',
  source: 'obsrvbl-oss/flowlogs-reader tests',
  text: '${account-id} ${bytes} ${dstaddr} ${dstport} ${end} ${instance-id} ${packets} ${pkt-dstaddr} ${pkt-srcaddr} ${protocol} ${srcaddr} ${srcport} ${start} ${subnet-id} ${tcp-flags} ${type} ${version} ${vpc-id} ${region} ${az-id} ${sublocation-type} ${sublocation-id}',
  samples: [
    {
      topic: 'v4 with a sublocation',
      record:
        '000000000000 6392 172.18.160.93 47460 1568300425 i-06f9249b 10 172.18.160.93 192.168.0.1 6 172.18.160.68 443 1568300367 subnet-089e7569 19 IPv4 4 vpc-0461a061 us-east-1 use1-az4 wavelength wlid04',
      isEdited: true,
    },
  ],
};
