import type { CatalogueFormat } from '../catalogue-format.ts';

export const tgw31: CatalogueFormat = {
  name: 'tgw-31',
  title: '31 Transit Gateway fields',
  source: 'OpenTelemetry collector test data',
  text: '${version} ${account-id} ${tgw-id} ${tgw-attachment-id} ${tgw-src-vpc-id} ${tgw-dst-vpc-id} ${tgw-src-subnet-id} ${tgw-dst-subnet-id} ${tgw-src-eni} ${tgw-dst-eni} ${tgw-src-az-id} ${tgw-dst-az-id} ${tgw-pair-attachment-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${packets-lost-no-route} ${packets-lost-blackhole} ${packets-lost-mtu-exceeded} ${packets-lost-ttl-expired} ${start} ${end} ${log-status} ${type} ${tcp-flags} ${flow-direction} ${region}',
  samples: [
    {
      topic: 'a flow into the gateway',
      record:
        '6 123456789012 tgw-0abc12345def67890 tgw-attach-0abc12345def67890 vpc-0abc12345def67890 vpc-0def12345abc67890 subnet-0abc12345def67890 subnet-0def12345abc67890 eni-0abc12345def67890 eni-0def12345abc67890 use1-az1 use1-az2 tgw-attach-0def12345abc67890 10.0.0.1 10.0.1.1 12345 443 6 10 1000 1 2 3 4 1700000000 1700000060 OK IPv4 2 ingress us-east-1',
      isEdited: true,
    },
  ],
};
