import { describe, expect, it } from 'vitest';
import { extractFormats } from '../../src/formats/extract.ts';
import { printFormat } from '../../src/formats/print.ts';

/** `name: format` per format found. */
function found(text: string, name = 'file'): readonly string[] {
  return extractFormats({ name, text }).map(({ name, format, diagnostics }) =>
    format ? `${name}: ${printFormat(format)}` : `${name}: ${diagnostics[0]!.code}`,
  );
}

const two = '${srcaddr} ${action}';

describe('extractFormats', () => {
  it.each([
    ['a format string', `${two}\n`],
    ['bare names', '$srcaddr $action\n'],
    ['quotes', '"${srcaddr} ${action}"\n'],
    ['a header line', 'srcaddr action\n'],
  ])('reads a file of nothing but %s', (_what, text) => {
    expect(found(text)).toEqual([`file: ${two}`]);
  });

  it('reads an nginx format alone, quotes and all', () => {
    expect(found('$remote_addr "$request" "$http_referer" $status')).toEqual([
      'file: $remote_addr "$request" "$http_referer" $status',
    ]);
  });

  it('shows the place of a mistake in the file', () => {
    const text = '# flows\nresource "aws_flow_log" "main" {\n  log_format = "$${srcaddr} $${acton}"\n}\n';
    const [entry] = extractFormats({ name: 'main.tf', text });
    expect(entry).toMatchObject({ name: 'main', diagnostics: [{ code: 'unknown-field' }] });
    const { start, end } = entry!.diagnostics[0]!.span;
    expect(text.slice(start, end)).toBe('$${acton}');
  });

  it('reads Terraform resources, heredocs, lists and locals', () => {
    const text = `
      # log_format = "$\${version} $\${bytes}"
      resource "aws_flow_log" "edge" {
        traffic_type = "ALL"
        log_format   = "$\${srcaddr} $\${action}"
        tags         = { Name = "\${var.name}-edge" }
      }
      resource "aws_flow_log" "core" {
        log_format = <<-EOT
          $\${srcaddr} $\${dstaddr}
          $\${action}
        EOT
      }
      resource "aws_flow_log" "list" {
        log_format = join(" ", [
          "$\${srcport}",
          "$\${dstport}",
        ])
      }
      locals {
        flow_log_fields = "$\${bytes} $\${packets}"
      }`;
    expect(found(text)).toEqual([
      `edge: ${two}`,
      'core: ${srcaddr} ${dstaddr} ${action}',
      'list: ${srcport} ${dstport}',
      'list-2: ${bytes} ${packets}',
    ]);
    expect(extractFormats({ name: 'file', text })[3]!.aliases).toContain('flow_log_fields');
  });

  it('reads an API Gateway format with escaped quotes out of Terraform', () => {
    const text = 'resource "aws_api_gateway_stage" "prod" {\n  format = "$context.status \\"$context.httpMethod\\""\n}';
    expect(found(text)).toEqual(['prod: $context.status "$context.httpMethod"']);
  });

  it('reads CloudFormation in YAML', () => {
    const text = `
Resources:
  Quoted:
    Type: AWS::EC2::FlowLog
    Properties:
      LogFormat: '\${srcaddr} \${action}'
  Plain:
    Type: AWS::EC2::FlowLog
    Properties:
      LogFormat: \${srcaddr} \${bytes}
  Folded:
    Type: AWS::EC2::FlowLog
    Properties:
      LogFormat: >-
        \${srcaddr} \${dstaddr}
        \${bytes}
      TrafficType: ALL
  Substituted:
    Type: AWS::EC2::FlowLog
    Properties:
      LogFormat: !Sub '\${!dstaddr} \${!action}'
      LogGroupName: !Sub '/aws/\${AWS::StackName}'
`;
    expect(found(text)).toEqual([
      `Quoted: ${two}`,
      'Plain: ${srcaddr} ${bytes}',
      'Folded: ${srcaddr} ${dstaddr} ${bytes}',
      'Substituted: ${dstaddr} ${action}',
    ]);
  });

  it('reads CloudFormation in JSON', () => {
    const text = JSON.stringify({
      Resources: {
        Flow: { Type: 'AWS::EC2::FlowLog', Properties: { LogFormat: two } },
        Other: { Type: 'AWS::EC2::FlowLog', Properties: { LogFormat: { 'Fn::Sub': '${!bytes} ${!action}' } } },
      },
    });
    expect(found(text)).toEqual([`Flow: ${two}`, 'Other: ${bytes} ${action}']);
  });

  it('reads what describe-flow-logs prints, one entry per format', () => {
    const log = (id: string, group: string, format: string) => ({
      FlowLogId: id,
      LogGroupName: group,
      LogFormat: format,
    });
    const text = JSON.stringify({
      FlowLogs: [log('fl-1', '/vpc/a', two), log('fl-2', '/vpc/b', '${bytes} ${action}'), log('fl-3', '/vpc/c', two)],
    });
    const formats = extractFormats({ name: 'file', text });
    expect(formats.map(({ name, aliases }) => [name, ...aliases])).toEqual([
      ['fl-1', '/vpc/a', 'fl-3', '/vpc/c'],
      ['fl-2', '/vpc/b'],
    ]);
    expect(text.slice(formats[0]!.span.start, formats[0]!.span.end)).toBe(two);
  });

  it('reads CDK lists in TypeScript and Python', () => {
    const typescript = `
      new ec2.FlowLog(this, 'Edge', {
        logFormat: [
          ec2.LogFormat.SRC_ADDR,
          ec2.LogFormat.PKT_DST_ADDR,
          ec2.LogFormat.START_TIMESTAMP,
          ec2.LogFormat.custom('\${reject-reason}'),
          ec2.LogFormat.field('brand'),
        ],
      });
      vpc.addFlowLog('Core', { logFormat: [ec2.LogFormat.ALL_DEFAULT_FIELDS, ec2.LogFormat.VPC_ID] });`;
    expect(found(typescript.replace("field('brand')", "field('az-id')"))).toEqual([
      'Edge: ${srcaddr} ${pkt-dstaddr} ${start} ${reject-reason} ${az-id}',
      'Core: ${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status} ${vpc-id}',
    ]);
    expect(found(typescript)[0]).toBe('Edge: unknown-field');
    expect(found(`ec2.FlowLog(self, "Py", log_format=[ec2.LogFormat.SRC_ADDR, ec2.LogFormat.ACTION])`)).toEqual([
      `Py: ${two}`,
    ]);
  });

  it('reads nginx configuration, with strings that go on', () => {
    const text = `http {
  log_format main '$remote_addr [$time_local] '
                  '"$request" $status';
  log_format timed escape=json '$status $request_time';
  access_log /var/log/nginx/access.log main;
}`;
    expect(found(text)).toEqual([
      'main: $remote_addr [$time_local] "$request" $status',
      'timed: $status $request_time',
    ]);
  });

  it('reads shell commands', () => {
    expect(
      found(`aws ec2 create-flow-logs --traffic-type ALL \\\n  --log-format '\${srcaddr} \${action}' --name x`),
    ).toEqual([`line 2: ${two}`]);
  });

  it.each(['', 'just words', 'resource "aws_vpc" "main" {}', '{"a": 1}', 'x = "${var.a} ${var.b}"'])(
    'finds nothing in %j',
    (text) => {
      expect(extractFormats({ name: 'file', text })).toEqual([]);
    },
  );
});
