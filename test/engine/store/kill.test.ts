import { spawn } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import { importFiles } from '../../../src/engine/store/import-files.ts';
import { groupFolder, readManifest } from '../../../src/engine/store/manifest.ts';
import { withFolder } from '../../support/data-folder.ts';

const root = resolve(import.meta.dirname, '../../..');
const lines = 30_000;
const content = (file: number) =>
  Array.from({ length: lines }, (_, index) => `${file} ${index} ${(index * 7919) % 104_729} ACCEPT\n`).join('');

/** An import in a process of its own, which says `ready` before it begins. */
const script = `
  import { importFiles } from ${JSON.stringify(join(root, 'src/engine/store/import-files.ts'))};
  const [cwd, ...paths] = process.argv.slice(2);
  process.stdout.write('ready');
  importFiles(
    { kind: 'files', cwd, paths },
    { dataFolder: cwd + '/data', logGroup: 'g', now: () => new Date() },
  ).then(() => process.exit(0));
`;

describe('an import that is killed', () => {
  it('leaves all or nothing of each file, at any moment', async () => {
    // Files of one batch come in together; kinds that differ make several batches.
    const files = {
      'a.log': content(1),
      'b.jsonl': content(2).replace(/.*\n/g, '{"line":"$&"}').replaceAll('\n"}', '"}\n'),
      'c.log': content(3),
    };
    await withFolder(files, async (folder) => {
      const program = join(folder, 'import.mjs');
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
      const input = join(folder, 'import.ts');
      await writeFile(input, script);
      await build({
        input,
        platform: 'node',
        external: ['@duckdb/node-api'],
        output: { file: program, codeSplitting: false },
      });
      for (const delay of [60, 150, 250, 400, 600]) {
        await killAfter(program, folder, Object.keys(files), delay);
        const events = await storedEvents(folder);
        expect(events % lines).toBe(0);
      }
      const options = { dataFolder: join(folder, 'data'), logGroup: 'g', now: () => new Date() };
      await importFiles({ kind: 'files', cwd: folder, paths: Object.keys(files) }, options);
      expect(await storedEvents(folder)).toBe(3 * lines);
    });
  });
});

async function killAfter(program: string, folder: string, paths: readonly string[], delay: number): Promise<void> {
  const child = spawn(process.execPath, [program, folder, ...paths], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  await Promise.race([new Promise((ready) => child.stdout.once('data', ready)), ended]);
  const timer = setTimeout(() => child.kill('SIGKILL'), delay);
  await ended;
  clearTimeout(timer);
}

/** What a reader finds: every segment that the manifest names opens, and holds the events it says. */
async function storedEvents(folder: string): Promise<number> {
  const manifest = await readManifest(join(folder, 'data'), 'g');
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  let events = 0;
  for (const segment of manifest?.segments ?? []) {
    const path = join(groupFolder(join(folder, 'data'), 'g'), segment.file);
    const answer = await connection.runAndReadAll(`SELECT count(*) FROM read_parquet('${path}')`);
    expect(Number(answer.getRows()[0]![0])).toBe(segment.events);
    events += segment.events;
  }
  connection.closeSync();
  database.closeSync();
  return events;
}
