import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'flowq-fmt-'));
});

afterEach(() => rm(cwd, { recursive: true }));

describe('flowq fmt', () => {
  it('filters standard input', async () => {
    const run = await runCli(['fmt', '-'], { stdin: "fields a|filter a='x'", cwd });
    expect(run).toEqual({ code: 0, stdout: 'fields a\n| filter a = "x"\n', stderr: '' });
  });

  it('writes the files of a folder, and names those that it changed', async () => {
    await mkdir(join(cwd, 'queries/vpc'), { recursive: true });
    await writeFile(join(cwd, 'queries/vpc/rejects.cwli'), 'FILTER a=1|limit 5');
    await writeFile(join(cwd, 'queries/done.cwli'), 'limit 5\n');
    await writeFile(join(cwd, 'queries/notes.txt'), 'LIMIT 5');
    const run = await runCli(['fmt', 'queries'], { cwd });
    expect(run).toEqual({ code: 0, stdout: 'queries/vpc/rejects.cwli\n', stderr: '' });
    expect(await readFile(join(cwd, 'queries/vpc/rejects.cwli'), 'utf8')).toBe('filter a = 1\n| limit 5\n');
    expect(await readFile(join(cwd, 'queries/notes.txt'), 'utf8')).toBe('LIMIT 5');
    expect(await readdir(join(cwd, 'queries'))).toEqual(['done.cwli', 'notes.txt', 'vpc']);
  });

  it('keeps metadata lines byte for byte', async () => {
    const metadata = '# title: "Rejects:  by source"\n#  odd   blanks \n#no blank\n\n# a comment\n';
    await writeFile(join(cwd, 'a.cwli'), `${metadata}fields a|limit 5`);
    await runCli(['fmt', 'a.cwli'], { cwd });
    expect(await readFile(join(cwd, 'a.cwli'), 'utf8')).toBe(`${metadata}fields a\n| limit 5\n`);
  });

  it('keeps the line ends of Windows', async () => {
    const run = await runCli(['fmt', '-'], { stdin: '# a\r\nfields a\r\n|limit 5\r\n', cwd });
    expect(run.stdout).toBe('# a\r\nfields a\r\n| limit 5\r\n');
  });

  it('only lists with --check', async () => {
    await writeFile(join(cwd, 'a.cwli'), 'LIMIT 5');
    const run = await runCli(['fmt', '--check'], { cwd });
    expect(run).toEqual({ code: 1, stdout: 'a.cwli\n', stderr: '' });
    expect(await readFile(join(cwd, 'a.cwli'), 'utf8')).toBe('LIMIT 5');
  });

  it('is content with formatted files', async () => {
    await writeFile(join(cwd, 'a.cwli'), 'limit 5\n');
    expect(await runCli(['fmt', '--check', 'a.cwli'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
    const checked = await runCli(['fmt', '--check', '-'], { cwd, stdin: 'limit 5' });
    expect(checked).toEqual({ code: 1, stdout: '<stdin>\n', stderr: '' });
  });

  it('reports a syntax error with its place, and leaves the file alone', async () => {
    await writeFile(join(cwd, 'a.cwli'), 'limit x');
    await writeFile(join(cwd, 'b.cwli'), 'LIMIT 5');
    const run = await runCli(['fmt', 'a.cwli', 'b.cwli'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('a.cwli:1:7: error: Expected a number of rows after "limit", found "x".');
    expect(await readFile(join(cwd, 'a.cwli'), 'utf8')).toBe('limit x');
    expect(await readFile(join(cwd, 'b.cwli'), 'utf8')).toBe('limit 5\n');
  });

  it('warns of a stage that it does not know, and prints it as it was written', async () => {
    const run = await runCli(['fmt', '-'], { stdin: 'fields a|future  x = 1', cwd });
    expect(run.code).toBe(0);
    expect(run.stdout).toBe('fields a\n| future  x = 1\n');
    expect(run.stderr).toContain('warning: Unknown command "future".');
  });

  it('says which file is not there', async () => {
    const run = await runCli(['fmt', 'none.cwli'], { cwd });
    expect(run).toEqual({ code: 2, stdout: '', stderr: 'flowq: Cannot read "none.cwli": there is no such file.\n' });
  });
});
