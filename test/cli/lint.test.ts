import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const wrong = 'filter level == "ERROR"\n| stats count(*) as hits by bin(300s)\n| sort hit desc\n';

describe('flowq lint', () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'flowq-lint-'));
    await mkdir(join(cwd, 'queries/deep'), { recursive: true });
    await writeFile(join(cwd, 'queries/good.cwli'), 'filter a = 1 | stats count(*) by b\n');
    await writeFile(join(cwd, 'queries/deep/wrong.cwli'), wrong);
    await writeFile(join(cwd, 'queries/notes.txt'), 'not a query');
  });
  afterEach(() => rm(cwd, { recursive: true }));

  it('shows each finding at its place and counts them', async () => {
    const { code, stdout, stderr } = await runCli(['lint', 'queries'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain(
      [
        'queries/deep/wrong.cwli:2:33: warning: "300s" is cut to 60s, the most that seconds can say. [bin-width]',
        '2 | | stats count(*) as hits by bin(300s)',
        '  |                                 ^^^^',
        '  = help: Write 5m.',
      ].join('\n'),
    );
    expect(stderr).toBe('2 queries checked: 1 error, 1 warning, 1 remark.\n');
  });

  it('checks the current folder where no path is given', async () => {
    expect((await runCli(['lint'], { cwd: join(cwd, 'queries/deep') })).stdout).toContain('wrong.cwli:2:33: warning:');
  });

  it('is content with a good query', async () => {
    const { code, stdout, stderr } = await runCli(['lint', 'queries/good.cwli'], { cwd });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '1 query checked: nothing found.\n' });
  });

  it('does not fail for remarks alone', async () => {
    const { code, stdout } = await runCli(['lint', '-'], { cwd, stdin: 'fields @message' });
    expect(code).toBe(0);
    expect(stdout).toContain('<stdin>:1:1: info: The query lists records');
  });

  it('allows as many problems as it is told', async () => {
    expect((await runCli(['lint', 'queries', '--max-problems', '2'], { cwd })).code).toBe(0);
    expect((await runCli(['lint', 'queries', '--max-problems', '1'], { cwd })).code).toBe(1);
  });

  it('gives one flat list as JSON, empty when all is well', async () => {
    const { stdout } = await runCli(['lint', 'queries/deep', '--output', 'json'], { cwd });
    expect((JSON.parse(stdout) as unknown[])[1]).toEqual({
      file: 'queries/deep/wrong.cwli',
      code: 'bin-width',
      severity: 'warning',
      message: '"300s" is cut to 60s, the most that seconds can say.',
      help: 'Write 5m.',
      start: { offset: 56, line: 2, column: 33 },
      end: { offset: 60, line: 2, column: 37 },
    });
    expect((await runCli(['lint', 'queries/good.cwli', '--output', 'json'], { cwd })).stdout).toBe('[]\n');
  });

  it('gives SARIF with its rules', async () => {
    const { stdout } = await runCli(['lint', 'queries', '--output', 'sarif'], { cwd });
    const [run] = (JSON.parse(stdout) as { runs: { tool: { driver: { rules: unknown[] } }; results: unknown[] }[] })
      .runs;
    expect(run!.tool.driver.rules[0]).toMatchObject({
      id: 'bin-width',
      shortDescription: { text: 'A duration must not be larger than its unit allows.' },
    });
    expect(run!.results[1]).toMatchObject({
      ruleId: 'bin-width',
      ruleIndex: 0,
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'queries/deep/wrong.cwli' },
            region: { startLine: 2, startColumn: 33, endLine: 2, endColumn: 37 },
          },
        },
      ],
    });
  });

  it('annotates a pull request', async () => {
    const { stdout } = await runCli(['lint', 'queries', '--output', 'github'], { cwd });
    expect(stdout.split('\n')[1]).toBe(
      '::warning file=queries/deep/wrong.cwli,line=2,endLine=2,col=33,endColumn=36,title=bin-width::"300s" is cut to 60s, the most that seconds can say.%0AWrite 5m.',
    );
  });

  it('mends files in place and reports the rest', async () => {
    const { code, stdout } = await runCli(['lint', 'queries', '--fix'], { cwd });
    expect(await readFile(join(cwd, 'queries/deep/wrong.cwli'), 'utf8')).toBe(
      'filter level = "ERROR"\n| stats count(*) as hits by bin(5m)\n| sort hit desc\n',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('[unknown-sort-key]');
    expect(stdout).not.toContain('[bin-width]');
  });

  it('mends standard input on standard output', async () => {
    const { stdout, stderr } = await runCli(['lint', '-', '--fix'], { cwd, stdin: wrong });
    expect(stdout).toBe('filter level = "ERROR"\n| stats count(*) as hits by bin(5m)\n| sort hit desc\n');
    expect(stderr).toContain('[unknown-sort-key]');
  });

  it('writes a parse that does not fit the format anew', async () => {
    const stdin =
      'parse @message "* * * * *" as srcaddr, dstaddr, srcport, action\n| filter action = "REJECT"\n| limit 5';
    const format = '${srcaddr} ${dstaddr} ${srcport} ${dstport} ${action}';
    const { code, stdout } = await runCli(['lint', '-', '--fix', '--format', format], { cwd, stdin });
    expect(stdout).toBe(
      'parse @message "* * * * *" as srcaddr, dstaddr, srcport, dstport, action\n| filter action = "REJECT"\n| limit 5',
    );
    expect(code).toBe(0);
  });

  it('judges by the format that a saved query names', async () => {
    const stdin =
      '# title: Rejects\n# format: vpc-default\nfilter action = "REJECTED" | stats count(*) as hits by srcAddr';
    const { code, stdout } = await runCli(['lint', '-'], { cwd, stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('"action" is never "REJECTED"; it is "ACCEPT" or "REJECT".');
  });

  it('says what is wrong with the format that a saved query names', async () => {
    const stdin = '# title: Rejects\n# format: ${srcadr} ${dstaddr}\nfilter a = 1 | limit 5';
    const { code, stdout } = await runCli(['lint', '-'], { cwd, stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('<stdin>:2:11: error: ');
  });

  it('checks parameters that are declared', async () => {
    const stdin = 'filter level = {{levle}} | limit 5';
    const { stdout } = await runCli(['lint', '-', '--parameters', 'level'], { cwd, stdin });
    expect(stdout).toContain('Parameter "levle" is not declared. Did you mean "level"?');
  });

  it.each([
    [['lint', 'nowhere.cwli'], 'flowq: Cannot read "nowhere.cwli": there is no such file.\n'],
    [['lint', 'empty'], 'flowq: There is no query file (*.cwli) in "empty".\n'],
    [['lint', '--max-problems', '-1'], 'flowq: --max-problems must be a whole number, 0 or more.\n'],
  ])('%s cannot be done', async (argv, message) => {
    await mkdir(join(cwd, 'empty'));
    expect(await runCli(argv, { cwd })).toEqual({ code: 2, stdout: '', stderr: message });
  });
});
