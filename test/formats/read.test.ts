import { describe, expect, it } from 'vitest';
import { catalogue, findFormat } from '../../src/formats/catalogue.ts';
import { printFormat } from '../../src/formats/print.ts';
import { readFormat } from '../../src/formats/read.ts';
import { renderDiagnostic } from '../../src/text/render.ts';

function fieldNames(text: string): readonly string[] | undefined {
  return readFormat(text).format?.fields.map(({ name }) => name);
}

function findings(text: string, options = {}): string {
  return readFormat(text, options)
    .diagnostics.map((finding) => renderDiagnostic({ name: 'format', text }, finding))
    .join('\n');
}

describe('readFormat', () => {
  it.each([
    ['braces', '${account-id} ${srcaddr} ${log-status}'],
    ['bare names', '$account-id $srcaddr $log-status'],
    ['Terraform', '$${account-id} $${srcaddr} $${log-status}'],
    ['Fn::Sub', '${!account-id} ${!srcaddr} ${!log-status}'],
    ['shell escapes', '\\${account-id} \\${srcaddr} \\${log-status}'],
    ['shell escapes of bare names', '\\$account-id \\$srcaddr \\$log-status'],
    ['a header line', 'account-id srcaddr log-status\r\n'],
    ['underscores', 'account_id srcaddr log_status'],
    ['underscores in braces', '${account_id} ${srcaddr} ${log_status}'],
    ['a comma list', 'account-id, srcaddr, log-status'],
    ['a comma list without spaces', 'account-id,srcaddr,log-status'],
    ['line breaks', '${account-id} \\\n  ${srcaddr}\n\t${log-status}\n'],
    ['quotes around it', `'\${account-id} \${srcaddr} \${log-status}'`],
    ['spaces within braces and twice between', '${ account-id }  ${srcaddr}   ${log-status}'],
  ])('reads %s', (_spelling, text) => {
    const { format, diagnostics } = readFormat(text);
    expect(diagnostics).toEqual([]);
    expect(format).toMatchObject({ family: 'vpc-flow', separators: ['', ' ', ' ', ''] });
    expect(format!.fields.map(({ name }) => name)).toEqual(['account-id', 'srcaddr', 'log-status']);
  });

  it('gives a format of the catalogue its name, however it is written', () => {
    const header =
      'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
    expect(readFormat(header).format).toBe(findFormat('vpc-default')!.format);
    expect(readFormat('default').format).toBe(findFormat('vpc-default')!.format);
    expect(readFormat('vpc-default').format).toMatchObject({ name: 'vpc-default', isDiscovered: true });
  });

  it('keeps the literal text of an nginx format', () => {
    const { format } = readFormat('$remote_addr - $remote_user [$time_local] "$request" $status');
    expect(format).toMatchObject({ family: 'nginx', separators: ['', ' - ', ' [', '] "', '" ', ''] });
  });

  it('lets dots belong to API Gateway names', () => {
    expect(fieldNames('$context.identity.sourceIp [$context.requestTime]"$context.httpMethod"')).toEqual([
      'context.identity.sourceIp',
      'context.requestTime',
      'context.httpMethod',
    ]);
  });

  it('ends an nginx variable before a hyphen', () => {
    expect(readFormat('$host-$status').format).toMatchObject({ separators: ['', '-', ''] });
  });

  it('knows every header of a request as an nginx variable', () => {
    expect(readFormat('$status $http_x_amzn_trace_id').format?.fields[1]?.definition).toMatchObject({ kind: 'text' });
  });

  it('takes the tab after a #Fields header', () => {
    const { format } = readFormat('#Version: 1.0\n#Fields: status host', { allowUnknownFields: true });
    expect(format).toMatchObject({ separators: ['', '\t', ''] });
  });

  it('tells the family from the names', () => {
    expect(readFormat('${version} ${tgw-id} ${srcaddr}').format?.family).toBe('tgw-flow');
    expect(readFormat('${version} ${srcaddr}').format?.family).toBe('vpc-flow');
  });

  it('takes unknown fields as text when told to', () => {
    const { format } = readFormat('${srcaddr} ${brand-new}', { allowUnknownFields: true });
    expect(format?.fields[1]).toEqual({ name: 'brand-new' });
    expect(readFormat('a b', { allowUnknownFields: true }).format?.family).toBe('unknown');
  });

  it('shows an unknown field, and the one that was meant', () => {
    expect(findings('${srcaddr} ${dstadr}')).toBe(
      [
        'format:1:12: error: Unknown field "dstadr" in VPC flow logs. Did you mean "dstaddr"? [unknown-field]',
        '1 | ${srcaddr} ${dstadr}',
        '  |            ^^^^^^^^^',
        '  = help: "flowq formats show NAME" lists the fields of a format; --allow-unknown-fields takes the name as text.',
      ].join('\n'),
    );
  });

  it('says to which log a field of another log belongs', () => {
    expect(findings('${srcaddr} ${action} ${tgw-id}')).toContain('Field "tgw-id" is of Transit Gateway flow logs');
  });

  it('shows the second of two equal fields', () => {
    expect(findings('${log-status} ${srcaddr} ${log_status}')).toContain(
      'format:1:26: error: Field "log-status" is already field 1 of the format. [duplicate-field]',
    );
  });

  it.each(['', '  \n', '[]'])('finds nothing in %j', (text) => {
    expect(readFormat(text).format).toBeUndefined();
    expect(readFormat(text).diagnostics).toMatchObject([{ severity: 'error' }]);
  });

  it.each([
    ['${srcaddr} $ ${dstaddr}', 'lone-dollar', 11, 12],
    ['${srcaddr} 5$', 'lone-dollar', 12, 13],
    ['${srcaddr}${dstaddr}', 'adjacent-fields', 10, 20],
    ['${srcaddr ${dstaddr}', 'unclosed-field', 0, 9],
    ['${srcaddr} ${dstaddr', 'unclosed-field', 11, 20],
    ['${srcaddr} ${}', 'invalid-field-name', 11, 14],
    ['${srcaddr} ${a b}', 'invalid-field-name', 11, 17],
  ])('shows what is wrong in %j', (text, code, start, end) => {
    expect(readFormat(text).diagnostics).toMatchObject([{ code, span: { start, end } }]);
  });

  it('reports findings in the order of the text', () => {
    const codes = readFormat('${srcadr} $ ${action}${action}').diagnostics.map(({ code }) => code);
    expect(codes).toEqual(['unknown-field', 'lone-dollar', 'duplicate-field', 'adjacent-fields']);
  });

  it('warns of a value that holds the text after it', () => {
    const { format, diagnostics } = readFormat('"$context.httpMethod $context.routeKey $context.protocol"');
    expect(format).toBeDefined();
    expect(diagnostics).toMatchObject([{ code: 'unbounded-field', severity: 'warning', span: { start: 21, end: 38 } }]);
  });

  it('suggests a name of the catalogue for a single word', () => {
    expect(findings('vpc-defualt')).toContain('There is no format "vpc-defualt". Did you mean "vpc-default"?');
  });
});

describe('printFormat', () => {
  it.each(catalogue.map((entry) => [entry.name, entry] as const))('gives back %s', (_name, { format }) => {
    expect(readFormat(printFormat(format)).format).toBe(format);
  });

  it.each(catalogue.map((entry) => [entry.name, entry] as const))('writes %s as the catalogue does', (_name, entry) => {
    expect(printFormat(entry.format)).toBe(entry.text);
  });

  it('braces a name that the text after it would lengthen', () => {
    const { format } = readFormat('${status}ms ${host}');
    expect(printFormat(format!)).toBe('${status}ms $host');
  });

  it('keeps a backslash before a field', () => {
    const { format } = readFormat('$host \\\\$status');
    expect(format!.separators).toEqual(['', ' \\', '']);
    expect(readFormat(printFormat(format!)).format).toEqual(format);
  });
});
