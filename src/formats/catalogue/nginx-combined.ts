import type { CatalogueFormat } from '../catalogue-format.ts';

export const nginxCombined: CatalogueFormat = {
  name: 'nginx-combined',
  aliases: ['nginx'],
  title: 'nginx access log, combined format',
  source: 'nginx manual: log_format',
  text: '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"',
  samples: [
    {
      topic: 'a request',
      record: '203.0.113.7 - - [20/Nov/2026:10:15:30 +0000] "GET /index.html HTTP/1.1" 200 612 "-" "curl/8.5.0"',
      isEdited: true,
    },
  ],
};
