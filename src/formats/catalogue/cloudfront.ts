import type { CatalogueFormat } from '../catalogue-format.ts';

export const cloudfront: CatalogueFormat = {
  name: 'cloudfront',
  aliases: ['cloudfront-standard'],
  title: 'CloudFront standard log file',
  source: 'CloudFront guide: standard logs',
  text: '${date}\t${time}\t${x-edge-location}\t${sc-bytes}\t${c-ip}\t${cs-method}\t${cs(Host)}\t${cs-uri-stem}\t${sc-status}\t${cs(Referer)}\t${cs(User-Agent)}\t${cs-uri-query}\t${cs(Cookie)}\t${x-edge-result-type}\t${x-edge-request-id}\t${x-host-header}\t${cs-protocol}\t${cs-bytes}\t${time-taken}\t${x-forwarded-for}\t${ssl-protocol}\t${ssl-cipher}\t${x-edge-response-result-type}\t${cs-protocol-version}\t${fle-status}\t${fle-encrypted-fields}\t${c-port}\t${time-to-first-byte}\t${x-edge-detailed-result-type}\t${sc-content-type}\t${sc-content-len}\t${sc-range-start}\t${sc-range-end}',
  samples: [
    {
      topic: 'a cache hit',
      record:
        '2019-12-04\t21:02:31\tLAX1\t392\t192.0.2.100\tGET\td111111abcdef8.cloudfront.net\t/index.html\t200\t-\tMozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)%20AppleWebKit/537.36%20(KHTML,%20like%20Gecko)%20Chrome/78.0.3904.108%20Safari/537.36\t-\t-\tHit\tSOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4KyHmureZmBNrjGdRLiNIQ==\td111111abcdef8.cloudfront.net\thttps\t23\t0.001\t-\tTLSv1.2\tECDHE-RSA-AES128-GCM-SHA256\tHit\tHTTP/2.0\t-\t-\t11040\t0.001\tHit\ttext/html\t78\t-\t-',
    },
  ],
};
