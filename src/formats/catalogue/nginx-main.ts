import type { CatalogueFormat } from '../catalogue-format.ts';

export const nginxMain: CatalogueFormat = {
  name: 'nginx-main',
  title: 'nginx access log, main format of the Docker image',
  source: 'nginx Docker image',
  text: '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" "$http_x_forwarded_for"',
  samples: [
    {
      topic: 'a request behind a proxy',
      record:
        '203.0.113.7 - - [20/Nov/2026:10:15:30 +0000] "GET /index.html HTTP/1.1" 200 612 "-" "curl/8.5.0" "198.51.100.4"',
      isEdited: true,
    },
  ],
};
