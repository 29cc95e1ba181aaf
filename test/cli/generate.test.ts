import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'flowq-cli-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

describe('flowq generate', () => {
  it('prints the query and nothing else', async () => {
    const run = await runCli(
      ['generate', 'reject-counts', '--format', '${srcaddr} ${action} ${flow-direction}', '--ingress'].concat(
        '--exclude srcaddr=162.142.125. --by srcaddr,flow-direction --limit 5'.split(' '),
      ),
      { cwd },
    );
    expect(run).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'parse @message "* * *" as srcaddr, action, flow_direction',
        '| filter action = "REJECT"',
        '| filter flow_direction = "ingress"',
        String.raw`| filter srcaddr not like /^162\.142\.125\./`,
        '| stats count(*) as rejections by srcaddr, flow_direction',
        '| sort rejections desc',
        '| limit 5',
        '',
      ].join('\n'),
    });
  });

  it('takes a flag that may be given twice before the name of the template', async () => {
    const run = await runCli(
      [
        'generate',
        '--where',
        'srcaddr = "a"',
        '--where',
        'action = "b"',
        'records',
        '--format',
        '${srcaddr} ${action}',
      ],
      { cwd },
    );
    expect(run.stdout).toContain('| filter srcaddr = "a"\n| filter action = "b"\n');
  });

  it('says how to find out whether the fields of a custom format are discovered', async () => {
    const run = await runCli(['generate', 'records', '--format', '${srcaddr} ${bytes}', '--names', 'discovered'], {
      cwd,
    });
    expect(run.stdout).toBe('fields srcAddr, bytes\n| limit 100\n');
    expect(run.stderr).toContain('fields @message, srcAddr | limit 5');
    expect(
      (await runCli(['generate', 'records', '--format', 'vpc-default', '--names', 'discovered'], { cwd })).stderr,
    ).toBe('');
  });

  it("uses the current folder's own templates", async () => {
    mkdirSync(join(cwd, 'templates'));
    writeFileSync(join(cwd, 'templates/mine.hbs'), '{{!-- title: Mine --}}\nfields {{field "srcaddr"}}');
    const run = await runCli(['generate', 'mine', '--format', '${srcaddr}'], { cwd });
    expect(run.stdout).toBe('parse @message "*" as srcaddr\n| fields srcaddr\n');
  });

  it.each([
    ['without a format', ['reject-counts'], '"flowq generate" needs --format'],
    ['for an unknown template', ['reject-count', '--format', 'vpc-default'], 'Did you mean "reject-counts"?'],
    ['of a saved query', ['udp-sources', '--format', 'vpc-default'], 'is a saved query, not a template'],
    ['in both directions', ['records', '--format', 'vpc-v5', '--ingress', '--egress'], 'exclude each other'],
    ['with half a parameter', ['records', '--format', 'vpc-v5', '--set', 'x'], '--set takes NAME=VALUE, not "x".'],
    ['for a format that lacks the fields', ['reject-counts', '--format', 'tgw-default'], 'needs the field action'],
    [
      'more rows than there can be',
      ['records', '--format', 'vpc-v5', '--limit', '100001'],
      'to 100,000, the most rows',
    ],
    ['with a broken condition', ['records', '--format', 'vpc-v5', '--where', 'bytes >'], '--where:1:'],
  ])('refuses %s', async (_, argv, message) => {
    const run = await runCli(['generate', ...argv], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });
});

describe('flowq list', () => {
  it('lists templates and saved queries with their titles', async () => {
    const { stdout, code } = await runCli(['list'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Templates: vpc-flow\n/);
    expect(stdout).toMatch(/\n {2}reject-counts +Rejected flows by source\n/);
    expect(stdout).toMatch(/\nSaved queries: vpc-flow\n/);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('lists one kind, as JSON', async () => {
    const { stdout } = await runCli(['list', 'queries', '--output', 'json'], { cwd });
    const entries = JSON.parse(stdout) as { kind: string; name: string }[];
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['query']));
    expect(entries.length).toBeGreaterThan(12);
  });

  it('lists what works with a format', async () => {
    const { stdout } = await runCli(['list', '--format', 'tgw-default'], { cwd });
    expect(stdout).toContain('top-talkers-by-bytes');
    expect(stdout).not.toContain('reject-counts');
    expect(stdout).not.toContain('Saved queries');
  });

  it('passes over the templates of other programs, and says so', async () => {
    mkdirSync(join(cwd, 'templates'));
    writeFileSync(join(cwd, 'templates/mail.hbs'), '<p>Dear {{name}}</p>');
    const { stdout, stderr, code } = await runCli(['list'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('reject-counts');
    expect(stderr).toBe(
      'flowq: templates/mail.hbs: A template begins with its metadata in a comment: {{!-- title: … --}}.\n',
    );
    const refused = await runCli(['generate', 'reject-counts', '--format', '${srcaddr} ${bytes}'], { cwd });
    expect(refused.stderr).toContain('needs the field action');
  });

  it('refuses to choose saved queries by a format', async () => {
    const { stderr, code } = await runCli(['list', 'queries', '--format', 'vpc-default'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--format chooses among templates');
  });

  it('says which names clash', async () => {
    mkdirSync(join(cwd, 'queries'));
    writeFileSync(join(cwd, 'queries/records.cwli'), 'stats count(*)');
    const { stderr } = await runCli(['list'], { cwd });
    expect(stderr).toContain('and of the saved query queries/records.cwli: rename one, or give the path.');
  });
});

describe('flowq show', () => {
  it('prints a saved query ready to paste', async () => {
    const { stdout } = await runCli(['show', 'top-rejected-sources'], { cwd });
    expect(stdout).toMatch(/^# title: .*\n[^]*\| limit 20\n$/);
  });

  it('describes a template', async () => {
    const { stdout } = await runCli(['show', 'port-scans'], { cwd });
    expect(stdout).toContain('Needs the fields: srcaddr, dstport');
    expect(stdout).toContain('--set ports=…\n      fewest distinct ports that count as a scan (count; default 20)');
    expect(stdout).toContain('| filter ports >= {{number ports}}');
    expect(stdout).not.toContain('{{!--');
  });

  it('shows warnings about metadata beside the query', async () => {
    writeFileSync(join(cwd, 'x.cwli'), '# title: a\n# tgas: [b]\nstats count(*)');
    const { stdout, stderr } = await runCli(['show', 'x.cwli'], { cwd });
    expect(stdout).toBe('# title: a\n# tgas: [b]\nstats count(*)\n');
    expect(stderr).toContain('Did you mean "tags"?');
  });
});
