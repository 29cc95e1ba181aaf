import type { CatalogueFormat } from '../catalogue-format.ts';

export const nlbTls: CatalogueFormat = {
  name: 'nlb-tls',
  aliases: ['nlb'],
  title: 'Network Load Balancer access log of TLS listeners',
  source: 'Elastic Load Balancing guide: access logs for Network Load Balancers',
  text: '${type} ${version} ${time} ${elb} ${listener_id} ${client:port} ${target:port} ${tcp_connection_time_ms} ${tls_handshake_time_ms} ${received_bytes} ${sent_bytes} ${incoming_tls_alert} ${cert_arn} ${certificate_serial} ${tls_cipher_suite} ${tls_protocol_version} ${tls_named_group} ${domain_name} ${alpn_fe_protocol} ${alpn_be_protocol} ${alpn_client_preference_list} ${tls_connection_creation_time}',
  samples: [
    {
      topic: 'a TLS connection',
      record:
        'tls 2.0 2018-12-20T02:59:40 net/my-network-loadbalancer/c6e77e28c25b2234 g3d4b5e8bb8464cd 72.21.218.154:51341 172.100.100.185:443 5 2 98 246 - arn:aws:acm:us-east-2:671290407336:certificate/2a108f19-aded-46b0-8493-c63eb1ef4a99 - ECDHE-RSA-AES128-SHA tlsv12 - my-network-loadbalancer-c6e77e28c25b2234.elb.us-east-2.amazonaws.com - - - 2018-12-20T02:59:30',
    },
  ],
};
