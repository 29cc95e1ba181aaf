import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFolder } from '../support/data-folder.ts';
import { runCli, type CliRun } from '../support/run-cli.ts';

const record = (second: number) =>
  `2 123456789012 eni-0a 10.0.0.1 10.0.0.2 443 50000 6 1 40 ${1763632800 + second} 1763632860 ACCEPT OK\n`;
const records = Array.from({ length: 3000 }, (_, index) => record(index)).join('');

/** Every command that uses the data folder, as far as it comes before the folder is found wanting. */
const commands = {
  import: ['import', '-g', 'g', 'a.log', '-q', '--data'],
  groups: ['groups', '--data'],
  run: ['run', 'n.cwli', '-g', 'g', '--local', '-q', '--data'],
  sql: ['sql', 'select max(srcaddr) from logs', '-g', 'g', '-q', '--data'],
  serve: ['serve', '--port', '0', '--data'],
} as const;

type Command = keyof typeof commands;

async function withStore(
  work: (folder: string, ask: (command: Command, data?: string) => Promise<CliRun>) => Promise<void>,
) {
  await withFolder({ 'a.log': records, 'n.cwli': 'stats max(srcAddr) as n' }, async (folder) => {
    await work(folder, (command, data = 'data') => runCli([...commands[command], data], { cwd: folder }));
  });
}

const refused = (sentence: string): CliRun => ({ code: 2, stdout: '', stderr: `flowq: ${sentence}\n` });

/** The segment of the one group, after one import. */
function onlySegment(folder: string): { readonly group: string; readonly path: string } {
  const group = join(folder, 'data/groups/g');
  const name = readdirSync(group).find((each) => each.endsWith('.parquet'))!;
  return { group, path: join(group, name) };
}

describe('a data folder', () => {
  it.each(Object.keys(commands) as Command[])('is no file, nor below one: %s', async (command) => {
    await withStore(async (folder, ask) => {
      const file = join(folder, 'a.log');
      expect(await ask(command, 'a.log')).toEqual(refused(`The data folder "${file}" is a file; a folder is wanted.`));
      expect(await ask(command, 'a.log/x')).toEqual(
        refused(
          `Nothing can be kept in the data folder "${join(file, 'x')}": "${file}" is a file, and a folder is wanted there.`,
        ),
      );
      expect(readFileSync(file, 'utf8')).toBe(records);
    });
  });

  it('is made with all folders above it', async () => {
    await withStore(async (folder, ask) => {
      expect(await ask('import', 'one/two/three')).toEqual({ code: 0, stdout: '', stderr: '' });
      expect(readdirSync(join(folder, 'one/two/three/groups'))).toEqual(['g']);
    });
  });

  it('with a file in place of its groups is refused', async () => {
    await withStore(async (folder, ask) => {
      mkdirSync(join(folder, 'data'));
      writeFileSync(join(folder, 'data/groups'), '');
      for (const command of ['import', 'groups', 'run'] as const) {
        expect((await ask(command)).stderr).toContain(
          `"${join(folder, 'data/groups')}" is a file, and a folder is wanted`,
        );
      }
    });
  });
});

describe('a damaged log group', () => {
  it.each([
    ['{garbled', 'it is no JSON'],
    ['null', 'it does not say what is imported'],
    ['{}', 'it does not say what is imported'],
    ['{"version":1,"logGroup":"g"}', 'it does not say what is imported'],
    ['{"version":1,"logGroup":"g","segments":[{}]}', 'it does not say what is imported'],
  ])('is told by the path of its manifest: %s', async (text, what) => {
    await withStore(async (folder, ask) => {
      await ask('import');
      const path = join(folder, 'data/groups/g/manifest.json');
      writeFileSync(path, text);
      for (const command of Object.keys(commands) as Command[]) {
        expect(await ask(command)).toEqual(
          refused(`"${path}" is damaged: ${what}. Remove its folder and import again.`),
        );
      }
    });
  });

  it.each([
    ['is gone', (path: string) => rmSync(path), 'is gone'],
    [
      'is cut off',
      (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 500)),
      'has 500 bytes where \\d+ were written',
    ],
  ])('is told, not read in part, where a segment %s', async (_what, damage, sentence) => {
    await withStore(async (folder, ask) => {
      await ask('import');
      const { group, path } = onlySegment(folder);
      damage(path);
      for (const command of ['import', 'run', 'sql', 'serve'] as const) {
        const { code, stdout, stderr } = await ask(command);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toMatch(
          new RegExp(
            `^flowq: The log group "g" is damaged: "${path}" ${sentence}\\. Remove the folder "${group}" and import again\\.\n$`,
          ),
        );
      }
    });
  });

  it('is told by the path of a segment whose bytes are garbled', async () => {
    await withStore(async (folder, ask) => {
      await ask('import');
      const { path } = onlySegment(folder);
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0xa5, 50, bytes.length - 2000));
      for (const command of ['run', 'sql'] as const) {
        const { code, stdout, stderr } = await ask(command);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toMatch(
          new RegExp(`^flowq: Cannot read "${path}": it is damaged or cut off, or no Parquet \\(.+\\)\\.\n$`),
        );
      }
    });
  });
});

describe('a lock that is none', () => {
  it.each(['', 'xx', '{}', 'null', 'folder'])('is told by its path: %j', async (text) => {
    await withStore(async (folder, ask) => {
      const path = join(folder, 'data/lock');
      mkdirSync(text === 'folder' ? path : join(folder, 'data'), { recursive: true });
      if (text !== 'folder') writeFileSync(path, text);
      expect(await ask('import')).toEqual(refused(`"${path}" is no lock of flowq; remove it if nothing is importing.`));
    });
  });
});
