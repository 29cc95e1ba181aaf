import type { CatalogueFormat } from '../catalogue-format.ts';

export const apiGatewayHttpCsv: CatalogueFormat = {
  name: 'api-gateway-http-csv',
  title: 'API Gateway HTTP access log, comma separated',
  source: 'API Gateway guide: access logging',
  text: '$context.identity.sourceIp,$context.requestTime,$context.httpMethod,$context.routeKey,$context.protocol,$context.status,$context.responseLength,$context.requestId,$context.extendedRequestId',
  samples: [
    {
      topic: 'a request',
      record:
        '203.0.113.10,20/Nov/2026:10:15:30 +0000,GET,GET /pets,HTTP/1.1,200,512,JKJaXmPLvHcESHA=,JKJaXmPLvHcESHA=',
      isEdited: true,
    },
  ],
};
