import type { CatalogueFormat } from '../catalogue-format.ts';

export const apiGatewayWebsocketClf: CatalogueFormat = {
  name: 'api-gateway-websocket-clf',
  title: 'API Gateway WebSocket access log, common log format',
  source: 'API Gateway guide: access logging',
  text: '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] "$context.eventType $context.routeKey $context.connectionId" $context.status $context.requestId',
  samples: [
    {
      topic: 'a message',
      record: '203.0.113.10 - - [20/Nov/2026:10:15:30 +0000] "MESSAGE $default L0SM9cOFvHcCIhw=" 200 L0SM9GyFPHcFdTw=',
      isEdited: true,
    },
  ],
};
