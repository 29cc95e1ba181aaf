import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleRecords } from '../../src/formats/sample.ts';
import { findFormat } from '../../src/formats/catalogue.ts';
import { withFolder } from '../support/data-folder.ts';
import { runCli } from '../support/run-cli.ts';

const world = (folder: string) => ({ cwd: folder, env: { FLOWQ_DATA: join(folder, 'data') }, width: 200 });
const lines = [...sampleRecords(findFormat('vpc-default')!.format, { seed: 1, count: 20_000 })]
  .map((line) => `${line}\n`)
  .join('');
const packed = gzipSync(lines);
const query = 'stats count(*) as n';

/** The three commands that read the file "x". */
const commands = (name: string): [string, string[]][] => [
  ['run', ['run', 'n.cwli', '--file', name, '-q']],
  ['sql', ['sql', 'select count(*) as n from logs', '--file', name, '-q']],
  ['import', ['import', '-g', 'g', name, '-q']],
];

async function refusals(files: Readonly<Record<string, string | Uint8Array>>, name: string): Promise<string[]> {
  return withFolder({ ...files, 'n.cwli': query }, async (folder) => {
    const sentences: string[] = [];
    for (const [, words] of commands(name)) {
      const { code, stdout, stderr } = await runCli(words, world(folder));
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      sentences.push(stderr);
    }
    return [...new Set(sentences)];
  });
}

describe('a file of which nothing can be read', () => {
  const rubbish = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919 + 13) % 251));

  it.each([
    [
      'magic.gz',
      Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), rubbish]),
      /begins like gzip, but cannot be unpacked \(.+\)/,
    ],
    ['cut.gz', Buffer.from([0x1f, 0x8b, 8, 0]), /begins like gzip, but cannot be unpacked \(unexpected end of file\)/],
    ['cut.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), /begins like zstd, but cannot be unpacked \(.+\)/],
    ['rubbish.gz', rubbish, /is named like gzip, but its bytes are neither that nor text/],
    ['rubbish.parquet', rubbish, /is named like Parquet, but its bytes are neither that nor text/],
  ])('is refused where there is no other: %s', async (name, bytes, reason) => {
    const sentences = await refusals({ [name]: bytes }, name);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(new RegExp(`^flowq: Cannot read "${name}": it ${reason.source}\\.\n$`));
  });

  it('is left out with a warning where there are others', async () => {
    await withFolder({ 'logs/a.log': 'one\ntwo\n', 'logs/b.gz': rubbish, 'n.cwli': query }, async (folder) => {
      for (const [, words] of commands('logs')) {
        const { code, stderr } = await runCli(words, world(folder));
        expect(code).toBe(0);
        expect(stderr).toBe(
          'warning: Cannot read "logs/b.gz": it is named like gzip, but its bytes are neither that nor text. It is left out.\n',
        );
      }
      expect((await runCli(['groups', '--output', 'csv'], world(folder))).stdout).toMatch(/\ng,2,,,1,/);
    });
  });

  it('is no text that is only named like an archive', async () => {
    await withFolder({ 'a.log.gz': 'one\ntwo\n', 'n.cwli': query }, async (folder) => {
      const { stdout } = await runCli(['run', 'n.cwli', '--file', 'a.log.gz', '--output', 'csv'], world(folder));
      expect(stdout).toBe('n\n2\n');
    });
  });
});

describe('a gzip file that is cut off', () => {
  it('gives what comes before, with a warning even where nothing else is said', async () => {
    await withFolder({ 'a.log.gz': packed.subarray(0, 200_000), 'n.cwli': query }, async (folder) => {
      for (const [, words] of commands('a.log.gz')) {
        const { code, stderr } = await runCli(words, world(folder));
        expect(code).toBe(0);
        expect(stderr).toContain(
          'warning: "a.log.gz" is damaged or cut off (unexpected end of file); what comes before that was read.\n',
        );
      }
    });
  });

  it('says that a JSON document in it is torn, of which nothing is read', async () => {
    const logEvents = Array.from({ length: 500 }, (_, index) => ({
      id: `${index}`,
      timestamp: index,
      message: `m${index * 7919}`,
    }));
    const payload = {
      messageType: 'DATA_MESSAGE',
      owner: '1',
      logGroup: 'g',
      logStream: 's',
      subscriptionFilters: [],
      logEvents,
    };
    const bytes = gzipSync(JSON.stringify(payload));
    await withFolder({ 'a.gz': bytes.subarray(0, bytes.length / 2), 'n.cwli': query }, async (folder) => {
      const { stdout, stderr } = await runCli(
        ['run', 'n.cwli', '--file', 'a.gz', '-q', '--output', 'csv'],
        world(folder),
      );
      expect(stdout).toBe('n\n0\n');
      expect(stderr).toContain('warning: "a.gz": 1 JSON document cut off or broken; left out.\n');
    });
  });

  it('can be imported again when it is whole, and nothing is lost', async () => {
    await withFolder({ 'a.log.gz': packed.subarray(0, 200_000) }, async (folder) => {
      await runCli(['import', '-g', 'g', 'a.log.gz'], world(folder));
      writeFileSync(join(folder, 'a.log.gz'), packed);
      const { code, stderr } = await runCli(['import', '-g', 'g', 'a.log.gz'], world(folder));
      expect(code).toBe(0);
      expect(stderr).toContain('Imported 20,000 events from 1 file');
      expect(stderr).toContain(
        'warning: "a.log.gz" was imported before with other content; the events of then stay, so what is in both comes twice.\n',
      );
    });
  });
});

describe('a gzip file with a damaged byte', () => {
  it('is told, though it unpacks', async () => {
    const damaged = Buffer.from(packed);
    damaged[200_000]! ^= 0x15;
    await withFolder({ 'a.log.gz': damaged, 'n.cwli': query }, async (folder) => {
      for (const [, words] of commands('a.log.gz')) {
        const { code, stderr } = await runCli(words, world(folder));
        expect(code).toBe(0);
        expect(stderr).toMatch(/^warning: "a\.log\.gz" is damaged .*\n$/m);
      }
    });
  });
});

describe('the bytes that were scanned', () => {
  it('are those that a packed file holds', async () => {
    await withFolder({ 'a.log.gz': packed, 'n.cwli': query }, async (folder) => {
      const { stderr } = await runCli(['run', 'n.cwli', '--file', 'a.log.gz'], world(folder));
      expect(stderr).toContain(`, ${(lines.length / 1e6).toFixed(1)} MB scanned`);
    });
  });
});

describe('a damaged Parquet file', () => {
  it.each([
    ['its end is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), 'No magic bytes found at end'],
    ['its footer is damaged', (bytes: Buffer) => bytes.fill(0x55, bytes.length - 400, bytes.length - 200), '.+'],
    ['its pages are damaged', (bytes: Buffer) => bytes.fill(0xa5, 40, 400), '.+'],
    [
      'nothing but its first bytes are there',
      (bytes: Buffer) => bytes.subarray(0, 4),
      'too small to be a Parquet file',
    ],
  ])('is refused by its name: %s', async (_what, damage, reason) => {
    const bytes = await withFolder({}, async (folder) => {
      const database = await DuckDBInstance.create(':memory:');
      const connection = await database.connect();
      await connection.run(
        `COPY (SELECT 2::INTEGER AS version, i * 37 % 1000 AS bytes, 1763632800 + i AS "start", md5(i::VARCHAR) AS action
          FROM range(2000) AS t(i)) TO '${join(folder, 'a.parquet')}' (FORMAT parquet)`,
      );
      connection.closeSync();
      database.closeSync();
      return readFileSync(join(folder, 'a.parquet'));
    });
    await withFolder({ 'x.parquet': damage(Buffer.from(bytes)), 'n.cwli': 'fields @message' }, async (folder) => {
      const [run, , copy] = commands('x.parquet');
      const sql = ['sql', 'select * from logs', '--file', 'x.parquet', '-q'];
      for (const words of [run![1], sql, copy![1]]) {
        const { code, stdout, stderr } = await runCli(words, world(folder));
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toMatch(
          new RegExp(
            `^flowq: Cannot read "x\\.parquet": it is damaged or cut off, or no Parquet \\(${reason}\\)\\.\n$`,
          ),
        );
      }
    });
  });
});
