import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clashes, openLibrary } from '../../src/library/find.ts';
import { shippedRoot } from '../../src/library/folders.ts';

const template = '{{!-- title: A template --}}\nstats count(*)';

let folder: string;
let shipped: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowq-library-'));
  shipped = join(folder, 'shipped');
  write('shipped/templates/vpc-flow/reject-counts.hbs', template);
  write('shipped/queries/vpc-flow/udp-sources.cwli', '# title: UDP\nstats count(*)');
  mkdirSync(join(folder, 'work'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const open = () => openLibrary(join(folder, 'work'), shipped);

describe('the library', () => {
  it('finds what is shipped', () => {
    expect(open().find('udp-sources')).toMatchObject({ kind: 'query', query: { metadata: { title: 'UDP' } } });
    expect(open().find('reject-counts')).toMatchObject({ kind: 'template', template: { title: 'A template' } });
  });

  it("finds the current folder's own", () => {
    write('work/queries/mine.cwli', 'stats count(*)');
    expect(open().find('mine')).toMatchObject({ kind: 'query', query: { source: { name: 'queries/mine.cwli' } } });
  });

  it('takes a path', () => {
    write('work/elsewhere/other.cwli', '# title: Other\nstats count(*)');
    expect(open().find('elsewhere/other.cwli')).toMatchObject({
      query: { name: 'other', metadata: { title: 'Other' } },
    });
  });

  it('names both files of a clash, and still takes their paths', () => {
    write('work/queries/own/reject-counts.cwli', 'stats count(*)');
    expect(() => open().find('reject-counts')).toThrow(
      /^"reject-counts" is the name of the template .*reject-counts\.hbs and of the saved query queries\/own\/reject-counts\.cwli: /,
    );
    expect(open().find('queries/own/reject-counts.cwli').kind).toBe('query');
    expect(clashes(open().entries)).toHaveLength(1);
  });

  it('takes a copy of a shipped file for the file', () => {
    write('work/templates/vpc-flow/reject-counts.hbs', template);
    write('work/queries/zone/udp-sources.cwli', '# title: UDP\nstats count(*)');
    expect(open().find('reject-counts')).toMatchObject({
      template: { source: { name: 'templates/vpc-flow/reject-counts.hbs' } },
    });
    expect(open().find('udp-sources').entry.shipped).toBe(false);
    expect(open().entries).toHaveLength(2);
    expect(clashes(open().entries)).toEqual([]);
  });

  it('takes a copy that was changed, or is of the other kind, for a second file', () => {
    write('work/queries/udp-sources.cwli', '# title: UDP\nstats count(*) as n');
    write('work/queries/reject-counts.cwli', template);
    expect(clashes(open().entries)).toHaveLength(2);
  });

  it('suggests a name that is near', () => {
    expect(() => open().find('reject-count')).toThrow('Did you mean "reject-counts"?');
    expect(() => open().find('qqqqqq')).toThrow('"flowq list" shows what there is.');
  });

  it('counts a folder once where the current folder is the shipped one', () => {
    expect(openLibrary(shipped, shipped).entries.map(({ name }) => name)).toEqual(['reject-counts', 'udp-sources']);
  });

  it('says why a file cannot be read', () => {
    write('work/queries/folder.cwli/x.txt', '');
    expect(() => open().find('folder')).toThrow(/Cannot read "queries\/folder\.cwli"/);
  });

  it('is shipped beside package.json, wherever the code stands below it', () => {
    write('package/package.json', '{}');
    mkdirSync(join(folder, 'package/dist/chunks'), { recursive: true });
    expect(shippedRoot(join(folder, 'package/dist/chunks'))).toBe(join(folder, 'package'));
    expect(openLibrary(tmpdir()).entries.some(({ name }) => name === 'reject-counts')).toBe(true);
  });
});
