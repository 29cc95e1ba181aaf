import type { CatalogueFormat } from '../catalogue-format.ts';

export const vpcEncryptionShort: CatalogueFormat = {
  name: 'vpc-encryption-short',
  title: 'Encryption Controls, format of the announcement',
  source: 'AWS News Blog: VPC Encryption Controls',
  text: '${flow-direction} ${traffic-path} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${encryption-status}',
  samples: [
    { topic: 'HTTP, Nitro-encrypted', record: 'ingress - 10.0.133.8 10.0.128.55 43236 80 1' },
    { topic: 'HTTP, Nitro-encrypted', record: 'egress 1 10.0.128.55 10.0.133.8 80 43236 1' },
    { topic: 'HTTP, Nitro-encrypted', record: 'ingress - 10.0.133.8 10.0.128.55 36902 80 1' },
    { topic: 'HTTP, Nitro-encrypted', record: 'egress 1 10.0.128.55 10.0.133.8 80 36902 1' },
    { topic: 'HTTP, clear text', record: 'ingress - 10.0.130.104 10.0.128.55 55016 80 0' },
    { topic: 'HTTP, clear text', record: 'egress 1 10.0.128.55 10.0.130.104 80 55016 0' },
    { topic: 'HTTP, clear text', record: 'ingress - 10.0.130.104 10.0.128.55 60276 80 0' },
    { topic: 'HTTP, clear text', record: 'egress 1 10.0.128.55 10.0.130.104 80 60276 0' },
  ],
};
