import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, findFormat } from '../../src/formats/catalogue.ts';
import { sampleRecords } from '../../src/formats/sample.ts';
import { withFolder } from '../support/data-folder.ts';
import { runCli } from '../support/run-cli.ts';

let cwd = '';
beforeAll(() => void (cwd = mkdtempSync(join(tmpdir(), 'flowq-formats-'))));
afterAll(() => rmSync(cwd, { recursive: true }));

function records(name: string, count = 20): string {
  return sampleRecords(findFormat(name)!.format, { seed: 2, count }).join('\n') + '\n';
}

describe('flowq formats', () => {
  it('lists the catalogue within 80 columns', async () => {
    const { code, stdout } = await runCli(['formats']);
    expect(code).toBe(0);
    for (const { name } of catalogue) expect(stdout).toContain(`\n${name} `);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('lists the catalogue as JSON', async () => {
    const { stdout } = await runCli(['formats', '--output', 'json']);
    const list = JSON.parse(stdout) as readonly object[];
    expect(list).toHaveLength(catalogue.length);
    expect(list[0]).toMatchObject({ name: 'vpc-default', aliases: ['default', 'vpc-v2'], fields: 14, version: 2 });
  });
});

describe('flowq formats show', () => {
  it('explains every field of a format', async () => {
    const { code, stdout } = await runCli(['formats', 'show', 'default']);
    expect(code).toBe(0);
    expect(stdout).toContain('vpc-default: VPC flow logs, default format');
    expect(stdout).toContain('  13  action        string  v2\n      Whether the traffic was let through.\n');
    expect(stdout).toContain('6 (TCP)');
    expect(stdout).toContain('2 123456789010 eni-1235b8ca123456789');
  });

  it('explains a format string as well', async () => {
    const { stdout } = await runCli(['formats', 'show', '$${srcaddr} $${brand-new}', '--allow-unknown-fields']);
    expect(stdout).toContain('   2  brand-new  string   unknown\n');
  });

  it('gives the whole as JSON', async () => {
    const { stdout } = await runCli(['formats', 'show', 'vpc-all', '--output', 'json']);
    const { fields } = JSON.parse(stdout) as { readonly fields: readonly object[] };
    expect(fields).toHaveLength(54);
    expect(fields[3]).toMatchObject({ name: 'srcaddr', column: 'srcaddr', discoveredName: 'srcAddr', kind: 'address' });
  });

  it('suggests the name that was meant', async () => {
    const { code, stderr } = await runCli(['formats', 'show', 'vpc-defualt']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is no format "vpc-defualt". Did you mean "vpc-default"?');
  });

  it('asks for the name', async () => {
    const { code, stderr } = await runCli(['formats', 'show']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'flowq: Name the format to show: flowq formats show vpc-default.\n',
    });
  });
});

describe('flowq formats infer', () => {
  it('knows the format of standard input, field by field', async () => {
    const { code, stdout } = await runCli(['formats', 'infer', '-'], { stdin: records('vpc-v5') });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^vpc-v5 \(All VPC fields up to version 5/);
    expect(stdout).toMatch(/\n {2}13 {2}action +98% {2}ACCEPT\n/);
  });

  it('reads gzipped files with a header line', async () => {
    const header = findFormat('vpc-path-19')!.format.fields.map(({ name }) => name);
    writeFileSync(join(cwd, 'flow.log.gz'), gzipSync(`${header.join(' ')}\n${records('vpc-path-19')}`));
    const { stdout } = await runCli(['formats', 'infer', 'flow.log.gz'], { cwd });
    expect(stdout).toMatch(/named by the\sfile itself/);
    expect(stdout).toContain('vpc-path-19');
  });

  it('looks into JSON that wraps each record', async () => {
    const wrapped = records('vpc-default')
      .trim()
      .split('\n')
      .map((message) => JSON.stringify({ message }));
    const { stdout } = await runCli(['formats', 'infer', '-', '--output', 'json'], { stdin: wrapped.join('\n') });
    expect(JSON.parse(stdout)).toMatchObject({ format: 'vpc-default', ambiguous: false, header: false, records: 20 });
  });

  it('names the formats between which it cannot choose', async () => {
    const { code, stdout } = await runCli(['formats', 'infer', '-'], { stdin: `${Array(29).fill('-').join(' ')}\n` });
    expect(code).toBe(1);
    expect(stdout).toBe(
      'The values fit 3 formats equally well; name the right one with --format:\n' +
        '  vpc-v5\n  vpc-v5-alphabetical\n  vpc-service-path\n',
    );
  });

  it('says what each column may be where it knows no format', async () => {
    const stdin = 'ACCEPT x eni-0123456789abcdef0 10.0.0.1\nREJECT y eni-0123456789abcdef0 10.0.0.2\n';
    const { code, stdout } = await runCli(['formats', 'infer', '-'], { stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('No known format fits these records of 4 values.');
    expect(stdout).toMatch(/ 1 {2}ACCEPT +action\n/);
    expect(stdout).toMatch(/ 3 {2}eni-0123456789abcdef0 +interface-id/);
    expect(stdout).toMatch(/ 4 {2}10\.0\.0\.1 +srcaddr, dstaddr/);
  });

  it('says that there is nothing to look at', async () => {
    expect(await runCli(['formats', 'infer', '-'], { stdin: '' })).toMatchObject({
      code: 1,
      stdout: 'There are no records to look at.\n',
    });
  });

  it('says why it cannot read a file', async () => {
    expect(await runCli(['formats', 'infer', 'missing.log'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'flowq: There is no file "missing.log".\n',
    });
  });

  it('reads what a run reads: zstd, folders and globs', async () => {
    // "one\ntwo\n" as DuckDB packs it.
    const zstd = Buffer.from('28b52ffd00584100006f6e650a74776f0a', 'hex');
    await withFolder({ 'logs/a.log': records('vpc-v5'), 'b.zst': zstd }, async (folder) => {
      for (const [path, files] of Object.entries({ logs: '1 file', 'logs/*.log': '1 file', '.': '2 files' })) {
        const run = await runCli(['formats', 'infer', path, '--output', 'json'], { cwd: folder });
        expect(run).toMatchObject({ code: 0, stderr: `Input: ${files}, plain text.\n` });
        expect(JSON.parse(run.stdout)).toMatchObject({ format: 'vpc-v5' });
      }
    });
  });
});

describe('flowq sample', () => {
  it('writes as many records as it is told, always the same', async () => {
    const first = await runCli(['sample', '--format', 'vpc-v3', '--lines', '2500', '--seed', '4']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout.split('\n')).toHaveLength(2501);
    expect(await runCli(['sample', '--format', 'vpc-v3', '--lines', '2500', '--seed', '4'])).toEqual(first);
  });

  it('begins at --start', async () => {
    const { stdout } = await runCli(['sample', '--lines', '1', '--start', '2024-02-29T12:00']);
    expect(stdout.split(' ')[10]).toBe('1709208000');
  });

  it('writes the header line of an S3 file', async () => {
    const { stdout } = await runCli(['sample', '--lines', '1', '--header', '--format', '${srcaddr} ${action}']);
    expect(stdout).toMatch(/^srcaddr action\n\S+ \S+\n$/);
  });

  it.each([
    [['--lines', '-1'], '--lines must be a whole number'],
    [['--lines', '1.5'], '--lines must be a whole number'],
    [['--seed', 'x'], '--seed takes a number, not "x"'],
    [['--start', 'soon'], '--start "soon"'],
    [['--format', 'alb', '--header'], '--header is for flow logs'],
    [['--format', '${srcadr} ${action}'], 'Did you mean "srcaddr"?'],
  ])('refuses %j', async (argv, message) => {
    const { code, stdout, stderr } = await runCli(['sample', ...argv]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('stops when it is interrupted', async () => {
    const interruption = new AbortController();
    interruption.abort(new Error('Interrupted.'));
    const { code, stdout } = await runCli(['sample', '--lines', '5000'], { signal: interruption.signal });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  });
});
