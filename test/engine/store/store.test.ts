import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalInput } from '../../../src/engine/local-input.ts';
import { openDatabase } from '../../../src/engine/database.ts';
import { sqlString } from '../../../src/engine/input/sql-text.ts';
import { runLocal } from '../../../src/engine/run.ts';
import { importFiles } from '../../../src/engine/store/import-files.ts';
import { groupFolder, readManifest, readManifests } from '../../../src/engine/store/manifest.ts';
import { withWriteLock } from '../../../src/engine/store/write-lock.ts';
import { parse } from '../../../src/language/parse.ts';
import { findFormat } from '../../../src/formats/catalogue.ts';
import { readFormat } from '../../../src/formats/read.ts';
import { sampleRecords } from '../../../src/formats/sample.ts';
import type { Row } from '../../../src/results/result.ts';
import { withFolder } from '../../support/data-folder.ts';

const record = (index: number) =>
  `2 123456789012 eni-0a 10.0.0.${index % 250} 10.0.0.2 443 50000 6 ${index} 40 ${1763632800 + index} 1763632860 ACCEPT OK`;
const records = (count: number) => Array.from({ length: count }, (_, index) => `${record(index)}\n`).join('');

interface Import {
  readonly format?: string;
  readonly paths: readonly string[];
  readonly logGroup?: string;
}

async function importInto(folder: string, { format, paths, logGroup = 'g' }: Import) {
  const said: string[] = [];
  const given = format === undefined ? undefined : readFormat(format, { allowUnknownFields: true }).format!;
  const summary = await importFiles(
    { kind: 'files', cwd: folder, paths, ...(given && { format: given }) },
    {
      dataFolder: join(folder, 'data'),
      logGroup,
      now: () => new Date('2026-11-20T12:00:00Z'),
      onNotice: (sentence) => said.push(sentence),
      onWarning: (sentence) => said.push(sentence),
    },
  );
  return { ...summary, said };
}

async function ask(query: string, input: LocalInput, range?: { start: number; end: number }): Promise<Row[]> {
  return (await askAndCount(query, input, range)).rows;
}

async function askAndCount(query: string, input: LocalInput, range?: { start: number; end: number }) {
  const result = await runLocal(parse(query).query, { name: '<query>', text: query }, input, range ? { range } : {});
  const rows: Row[] = [];
  for await (const batch of result.rows) rows.push(...batch);
  const { recordsScanned, recordsMatched } = await result.statistics;
  return { rows, recordsScanned, recordsMatched };
}

async function askParquet(sql: string): Promise<readonly unknown[]> {
  const database = await openDatabase();
  try {
    return (await database.connection.runAndReadAll(sql)).getRows()[0]!;
  } finally {
    await database.close();
  }
}

const stored = (folder: string, ...logGroups: string[]): LocalInput => ({
  kind: 'store',
  folder: join(folder, 'data'),
  logGroups,
});

describe('the store', () => {
  it('keeps the fields as columns and no line that they rebuild', async () => {
    await withFolder({ 'a.log': records(100) }, async (folder) => {
      const summary = await importInto(folder, { paths: ['a.log'] });
      expect(summary).toMatchObject({ files: 1, known: 0, events: 100 });
      const { segments } = (await readManifest(join(folder, 'data'), 'g'))!;
      expect(segments).toMatchObject([{ events: 100, kept: 0, start: 1763632800000, end: 1763632899000 }]);
    });
  });

  it('gives lines back byte for byte, records or not', async () => {
    const odd = [
      '',
      'two  spaces',
      ' ',
      'x',
      '- - - -',
      'a b c',
      'a b c ',
      'tab\tb c',
      'é 😀 \u2028',
      '"a" \'b\' c',
      '\x1a0 b c',
    ];
    await withFolder({ 'a.log': `${odd.join('\n')}\n` }, async (folder) => {
      await importInto(folder, { paths: ['a.log'], format: '${srcaddr} ${dstaddr} ${action}' });
      const rows = await ask('fields @message', stored(folder, 'g'));
      expect(rows.map(([message]) => message)).toEqual(odd.filter((line) => line !== ''));
    });
  });

  const pieces = fc.constantFrom('10.0.0.1', 'REJECT', '22', '-', '', ' ', ' ', ' ', '[', '] "', '"', '" ', 'é', '\t');
  const lines = fc.array(
    fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 12 },
  );

  it.each([
    ['${srcaddr} ${action} ${srcport}', '* * *', 'srcaddr, action, srcport'],
    ['[${srcaddr}] "${action}" ${srcport}', '[*] "*" *', 'srcaddr, action, srcport'],
    ['${srcaddr} ${action}]', '* *]', 'srcaddr, action'],
  ])('answers a parse with its format like the text does: %s', async (format, glob, names) => {
    const quoted = glob.includes('"') ? `'${glob}'` : `"${glob}"`;
    const query = `parse @message ${quoted} as ${names} | fields @message, ${names}`;
    await fc.assert(
      fc.asyncProperty(lines, async (made) => {
        fc.pre(made.some((line) => line !== ''));
        await withFolder({ 'a.log': `${made.join('\n')}\n` }, async (folder) => {
          await importInto(folder, { paths: ['a.log'], format });
          const files: LocalInput = { kind: 'files', cwd: folder, paths: ['a.log'], inputFormat: 'text' };
          const withoutPointer = (rows: Row[]) => rows.map((row) => row.slice(0, -1));
          expect(withoutPointer(await ask(query, stored(folder, 'g')))).toEqual(
            withoutPointer(await ask(query, files)),
          );
        });
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    'filter action = "REJECT" | stats count(*) as n by srcAddr | sort n desc, srcAddr',
    'stats sum(bytes), avg(packets), max(dstPort) by protocol',
    'filter srcPort < 1024 and logStatus != "NODATA" | fields @timestamp, srcAddr, dstAddr, bytes | sort bytes desc | limit 20',
    'stats count(*) by bin(1m)',
    'filter action = "REJECT" and bytes > 100 | stats min(bytes), count(*)',
    'filter action = "REJECT" | stats count(*) as n by srcAddr | filter srcAddr like "10." | sort n desc, srcAddr',
    'stats count(*)',
    'filter @message like /REJECT/ | stats count(*) as n, countDistinct(dstPort) as ports by interfaceId',
    'filter ispresent(srcAddr) | dedup srcAddr | fields srcAddr, @timestamp',
    'parse @message "* * * * * * * * * * * * * *" as a, b, c, d, e, f, g, h, i, j, k, l, m, n | filter m = "ACCEPT" and f >= 443 | stats sum(j) as bytes, count(*) as flows by d, e | sort bytes desc, d, e',
    'parse @message "* * *" as a, b, rest | fields strlen(rest) as length, a | sort length desc, a | limit 50',
  ])('answers like the text it came from: %s', async (query) => {
    const odd = [
      'no record',
      '2 1 eni-0a - - - - - - - 1795132800 1795132860 - NODATA',
      `${record(1)} more`,
      `${record(2)}  `,
      '{"a":1}',
    ];
    const made = sampleRecords(findFormat('vpc-default')!.format, { seed: 7, count: 400 });
    await withFolder({ 'a.log': `${[...made, ...odd].join('\n')}\n` }, async (folder) => {
      await importInto(folder, { paths: ['a.log'], format: 'vpc-default' });
      const format = findFormat('vpc-default')!.format;
      const files: LocalInput = { kind: 'files', cwd: folder, paths: ['a.log'], inputFormat: 'text', format };
      const text = await askAndCount(query, files);
      expect(text.rows.length).toBeGreaterThan(0);
      expect(await askAndCount(query, stored(folder, 'g'))).toEqual(text);
    });
  });

  it('keeps the order of a large file, in row groups of the blocks that it is read in', async () => {
    await withFolder({ 'a.log': records(100_000) }, async (folder) => {
      await importInto(folder, { paths: ['a.log'], format: 'vpc-default' });
      const [segment] = (await readManifest(join(folder, 'data'), 'g'))!.segments;
      const path = sqlString(join(groupFolder(join(folder, 'data'), 'g'), segment!.file));
      // The records count their packets.
      const [events, displaced] = await askParquet(
        `SELECT count(*), count(*) FILTER (WHERE packets::BIGINT <> file_row_number) FROM read_parquet(${path}, file_row_number = true)`,
      );
      expect([events, displaced]).toEqual([100_000n, 0n]);
      const sizes = `SELECT DISTINCT row_group_id, row_group_num_rows AS size FROM parquet_metadata(${path})`;
      const [groups, smallest] = await askParquet(`SELECT count(*), min(size) FROM (${sizes})`);
      expect(groups).toBe(2n);
      expect(smallest).toBeGreaterThan(10_000n);
    });
  });

  it('adds nothing when a file comes again, under whatever name', async () => {
    await withFolder({ 'a.log': records(10), 'b.log': records(10), 'c.log': records(11) }, async (folder) => {
      await importInto(folder, { paths: ['a.log', 'b.log'] });
      expect(await importInto(folder, { paths: ['*.log'] })).toMatchObject({ files: 3, known: 2, events: 11 });
      expect(await ask('stats count(*)', stored(folder, 'g'))).toEqual([['21']]);
    });
  });

  it('says so when a file comes again with other content', async () => {
    await withFolder({ 'a.log': records(10) }, async (folder) => {
      await importInto(folder, { paths: ['a.log'] });
      await appendFile(join(folder, 'a.log'), records(1));
      const { said } = await importInto(folder, { paths: ['a.log'] });
      expect(said).toContain(
        '"a.log" was imported before with other content; the events of then stay, so what is in both comes twice.',
      );
    });
  });

  it('skips segments outside of the time range', async () => {
    await withFolder({ 'a.log': records(10), 'b.log': 'no record\n' }, async (folder) => {
      await importInto(folder, { paths: ['a.log'] });
      const at = (second: number) => 1763632800000 + second * 1000;
      const count = (start: number, end: number) => ask('stats count(*)', stored(folder, 'g'), { start, end });
      expect(await count(at(3), at(4))).toEqual([['2']]);
      expect(await count(at(100), at(200))).toEqual([['0']]);
    });
  });

  it('asks several groups of several formats together', async () => {
    const files = {
      'a.log': records(2),
      'b.log': 'srcaddr start action\n10.9.9.9 1763632801 REJECT\n',
      'c.jsonl': '{"x":1}\n',
    };
    await withFolder(files, async (folder) => {
      await importInto(folder, { paths: ['a.log'], logGroup: 'one' });
      await importInto(folder, { paths: ['b.log', 'c.jsonl'], logGroup: 'two' });
      const rows = await ask('fields @message, @log | sort @message', stored(folder, 'one', 'two'));
      expect(rows.map(([message, log]) => [message, log])).toEqual([
        [record(0), 'local:one'],
        [record(1), 'local:one'],
        ['10.9.9.9 1763632801 REJECT', 'local:two'],
        ['{"x":1}', 'local:two'],
      ]);
    });
  });

  it('keeps names that no file system takes', async () => {
    const names = ['/aws/vpc#flow', '..', 'con', 'x'.repeat(512)];
    await withFolder({ 'a.log': 'one\n' }, async (folder) => {
      for (const logGroup of names) await importInto(folder, { paths: ['a.log'], logGroup });
      const manifests = await readManifests(join(folder, 'data'));
      expect(manifests.map(({ logGroup }) => logGroup)).toEqual([...names].sort());
    });
  });

  it('knows what is not there', async () => {
    await withFolder({ 'a.log': 'one\n' }, async (folder) => {
      await importInto(folder, { paths: ['a.log'], logGroup: 'vpc-flow' });
      await expect(ask('fields @message', stored(folder, 'vpc-flwo'))).rejects.toThrow(
        'No log group "vpc-flwo" is imported: "flowq groups" lists what is there. Did you mean "vpc-flow"?',
      );
    });
  });
});

describe('writing to the store', () => {
  it('is for one process at a time', async () => {
    await withFolder({ 'a.log': 'one\n' }, async (folder) => {
      await withWriteLock(join(folder, 'data'), async () => {
        await expect(importInto(folder, { paths: ['a.log'] })).rejects.toThrow(/^Another import \(process \d+ on /);
      });
      expect((await importInto(folder, { paths: ['a.log'] })).events).toBe(1);
    });
  });

  it('goes on after a process that died', async () => {
    await withFolder({ 'a.log': 'one\n', 'data/lock': '' }, async (folder) => {
      const dead = { process: 2 ** 22 + 1, host: hostname(), since: '2026-11-20T10:00:00Z' };
      await writeFile(join(folder, 'data/lock'), JSON.stringify(dead));
      expect((await importInto(folder, { paths: ['a.log'] })).events).toBe(1);
      expect(await readdir(join(folder, 'data'))).toEqual(['groups']);
    });
  });

  it('removes the segment that a dead process began', async () => {
    await withFolder({ 'a.log': 'one\n', 'b.log': 'two\n' }, async (folder) => {
      await importInto(folder, { paths: ['a.log'] });
      const place = groupFolder(join(folder, 'data'), 'g');
      await writeFile(join(place, 'torn.parquet'), 'PAR1 and no more');
      await importInto(folder, { paths: ['b.log'] });
      expect((await readdir(place)).filter((name) => name === 'torn.parquet')).toEqual([]);
      expect(await ask('stats count(*)', stored(folder, 'g'))).toEqual([['2']]);
    });
  });

  it('ends when it is interrupted, and leaves nothing', async () => {
    await withFolder({ 'a.log': records(50_000) }, async (folder) => {
      const interruption = new AbortController();
      const running = importFiles(
        { kind: 'files', cwd: folder, paths: ['a.log'] },
        {
          dataFolder: join(folder, 'data'),
          logGroup: 'g',
          now: () => new Date(),
          signal: interruption.signal,
          onNotice: () => interruption.abort(new Error('enough')),
        },
      );
      await expect(running).rejects.toThrow('enough');
      expect(await readdir(join(folder, 'data'))).toEqual(['groups']);
      expect(await readdir(groupFolder(join(folder, 'data'), 'g'))).toEqual([]);
    });
  });

  it('leaves nothing when it fails', async () => {
    await withFolder({ 'a.parquet': 'PAR1 and no more PAR1' }, async (folder) => {
      await expect(importInto(folder, { paths: ['a.parquet'] })).rejects.toThrow();
      expect(await readManifest(join(folder, 'data'), 'g')).toBeUndefined();
      expect(await readdir(join(folder, 'data'))).not.toContain('lock');
    });
  });
});
