import type { CatalogueFormat } from '../catalogue-format.ts';

export const alb: CatalogueFormat = {
  name: 'alb',
  title: 'Application Load Balancer access log',
  source: 'Elastic Load Balancing guide: access logs',
  text: '${type} ${time} ${elb} ${client:port} ${target:port} ${request_processing_time} ${target_processing_time} ${response_processing_time} ${elb_status_code} ${target_status_code} ${received_bytes} ${sent_bytes} "${request_line}" "${user_agent}" ${ssl_cipher} ${ssl_protocol} ${target_group_arn} "${trace_id}" "${domain_name}" "${chosen_cert_arn}" ${matched_rule_priority} ${request_creation_time} "${actions_executed}" "${redirect_url}" "${error_reason}" "${target:port_list}" "${target_status_code_list}" "${classification}" "${classification_reason}" ${conn_trace_id} "${transformed_host}" "${transformed_uri}" "${request_transform_status}"',
  samples: [
    {
      topic: 'a plain request',
      record:
        'http 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.000 0.001 0.000 200 200 34 366 "GET http://www.example.com:80/ HTTP/1.1" "curl/7.46.0" - - arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354" "-" "-" 0 2018-07-02T22:22:48.364000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-" TID_1234abcd5678ef90 "-" "-" "-"',
    },
  ],
};
