import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'rolldown/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkQuery } from '../src/lint/check.ts';
import { startExampleService, type ExampleService } from './support/example-service.ts';

const root = resolve(import.meta.dirname, '..');
const docs = existsSync(join(root, 'docs')) ? readdirSync(join(root, 'docs')) : [];
const pages = ['README.md', ...docs.map((name) => `docs/${name}`)].filter((name) => name.endsWith('.md'));

interface Block {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

const run = promisify(execFile);

describe.each(pages)('%s', (page) => {
  const blocks = fencedBlocks(readFileSync(join(root, page), 'utf8'));
  const commands = blocks.filter(({ language }) => language === 'sh');
  let folder: string;
  let service: ExampleService;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'flowq-docs-'));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(
      join(folder, 'bin/flowq'),
      `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/flowq.js')}" "$@"\n`,
    );
    chmodSync(join(folder, 'bin/flowq'), 0o755);
    service = await startExampleService();
  });

  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('marks every block with its language', () => {
    expect(blocks.filter(({ language }) => language === '')).toEqual([]);
  });

  it.each(blocks.filter(({ language }) => language === 'cwli').map((block) => [block.line, block] as const))(
    'line %i: the query parses and lints clean',
    async (_line, { text }) => {
      const { diagnostics } = await checkQuery({ name: page, text });
      expect(diagnostics).toEqual([]);
    },
  );

  // In the order of the page: later commands use what earlier ones made.
  it.each(commands.map((block) => [block.line, block] as const))(
    'line %i: the commands run',
    async (_line, { text }) => {
      const script = text.replace(/^npm .*$/gm, '').replace(/\s+#.*$/gm, '');
      const env = {
        ...process.env,
        PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`,
        AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: service.url,
        AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'example',
        AWS_SECRET_ACCESS_KEY: 'example',
        XDG_DATA_HOME: join(folder, 'data'),
      };
      await run('sh', ['-e', '-c', script], { cwd: folder, env, maxBuffer: 1 << 28 });
    },
  );
});

describe.each(['README.md', 'docs/api.md'])('%s as a library', (page) => {
  const examples = fencedBlocks(readFileSync(join(root, page), 'utf8')).filter(({ language }) => language === 'ts');

  it.each(examples.map((block) => [block.line, block] as const))(
    'line %i: the example runs',
    async (line, { text }) => {
      // Inside the package, so that its own name is found.
      const file = join(root, `dist/example-${line}.mjs`);
      writeFileSync(file, (await transform('example.ts', text)).code);
      const { stdout } = await run(process.execPath, [file]).finally(() => rmSync(file));
      expect(stdout).not.toBe('');
    },
  );
});

describe('the table of dependencies', () => {
  it('names each package, and no other', () => {
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly dependencies: object;
      readonly optionalDependencies: object;
    };
    const rows = readFileSync(join(root, 'README.md'), 'utf8').match(/^\| `[^|]*\|/gm) ?? [];
    const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1]));
    expect(named.sort()).toEqual([...Object.keys(dependencies), ...Object.keys(optionalDependencies)].sort());
  });
});

function fencedBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/^```(\S*)[^\n]*\n([\s\S]*?)^```$/gm)) {
    blocks.push({ language: match[1]!, text: match[2]!, line: text.slice(0, match.index).split('\n').length });
  }
  return blocks;
}
