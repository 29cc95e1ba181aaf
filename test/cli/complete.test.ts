import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

describe('flowq complete', () => {
  it('tells an editor what could stand at the cursor', async () => {
    const { code, stdout } = await runCli(['complete', '-', '--offset', '12'], { stdin: 'fields a|sor' });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { label: 'sort', kind: 'command', insert: 'sort', span: { start: 9, end: 12 } },
    ]);
  });

  it('knows the fields of a format', async () => {
    const { stdout } = await runCli(['complete', '-', '--offset', '11', '--format', 'vpc-default'], {
      stdin: 'filter srcA',
    });
    expect(JSON.parse(stdout)).toMatchObject([{ label: 'srcAddr', kind: 'field' }]);
  });

  it('answers an empty array where nothing could', async () => {
    expect((await runCli(['complete', '-', '--offset', '5'], { stdin: '# fil' })).stdout).toBe('[]\n');
  });

  it.each(['-1', '3', '1.5'])('refuses offset %s of a query of two characters', async (offset) => {
    const { code, stdout, stderr } = await runCli(['complete', '-', `--offset=${offset}`], { stdin: 'so' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/--offset must be a whole number from 0 to 2/);
  });

  it('refuses a format that is none, at its place', async () => {
    const { code, stderr } = await runCli(['complete', '-', '--offset=0', '--format', 'vpc-defualt'], { stdin: '' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/vpc-default/);
  });
});
