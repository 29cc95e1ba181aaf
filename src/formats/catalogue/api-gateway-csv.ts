import type { CatalogueFormat } from '../catalogue-format.ts';

export const apiGatewayCsv: CatalogueFormat = {
  name: 'api-gateway-csv',
  title: 'API Gateway REST access log, comma separated',
  source: 'API Gateway guide: access logging',
  text: '$context.identity.sourceIp,$context.identity.caller,$context.identity.user,$context.requestTime,$context.httpMethod,$context.resourcePath,$context.protocol,$context.status,$context.responseLength,$context.requestId,$context.extendedRequestId',
  samples: [
    {
      topic: 'a request',
      record:
        '203.0.113.10,-,-,20/Nov/2026:10:15:30 +0000,GET,/pets,HTTP/1.1,200,512,9f1c2b34-5d6e-4f70-8a91-b2c3d4e5f607,d4ZqYF1KIAMFXyA=',
      isEdited: true,
    },
  ],
};
