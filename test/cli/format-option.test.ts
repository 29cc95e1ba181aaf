import { describe, expect, it } from 'vitest';
import { readFormatOption } from '../../src/cli/format-option.ts';
import { printFormat } from '../../src/formats/print.ts';
import { QueryError } from '../../src/text/query-error.ts';

const twoFlowLogs = `
resource "aws_flow_log" "edge" { log_format = "$\${srcaddr} $\${action}" }
resource "aws_flow_log" "core" { log_format = "$\${bytes} $\${action}" }
`;

async function read(value: string, text = ''): Promise<{ readonly format: string; readonly stderr: string }> {
  let stderr = '';
  const world = {
    readSource: async (name: string) => ({ name, text }),
    stderr: (line: string) => void (stderr += line),
  };
  return { format: printFormat(await readFormatOption(value, world)), stderr };
}

describe('readFormatOption', () => {
  it.each([
    ['a format string', '${srcaddr} ${action}', '', '${srcaddr} ${action}'],
    ['a file with one format', '@format.txt', 'srcaddr action\n', '${srcaddr} ${action}'],
    ['a named format of a file', '@main.tf#core', twoFlowLogs, '${bytes} ${action}'],
  ])('reads %s', async (_what, value, text, expected) => {
    expect(await read(value, text)).toEqual({ format: expected, stderr: '' });
  });

  it('shows where a format string is wrong', async () => {
    await expect(read('${srcadr}')).rejects.toThrow(QueryError);
    await expect(read('${srcadr} ${action}')).rejects.toMatchObject({ source: { name: '--format' } });
  });

  it('lists the formats of a file that holds several', async () => {
    await expect(read('@main.tf', twoFlowLogs)).rejects.toThrow(
      '"main.tf" holds 2 log formats; name one: @main.tf#edge, @main.tf#core.',
    );
  });

  it('suggests the name that was meant', async () => {
    await expect(read('@main.tf#cor', twoFlowLogs)).rejects.toThrow('no log format "cor". Did you mean "core"?');
  });

  it('says so when a file holds none', async () => {
    await expect(read('@main.tf', 'resource "aws_vpc" "main" {}')).rejects.toThrow('"main.tf" holds no log format');
    await expect(read('@')).rejects.toThrow('the path of a file is missing');
  });

  it('shows warnings on stderr and goes on', async () => {
    const { stderr } = await read('"$context.routeKey $context.protocol"');
    expect(stderr).toContain('--format:1:2: warning:');
  });
});
