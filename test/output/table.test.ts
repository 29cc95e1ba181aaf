import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Column, Row } from '../../src/results/result.ts';
import { written } from './sample-result.ts';

const protocolNames: Readonly<Record<string, string>> = { '6': 'TCP', '17': 'UDP' };
const flow: readonly Column[] = [
  { name: 'srcaddr', type: 'string' },
  { name: 'protocol', type: 'number', label: (cell) => protocolNames[cell] },
  { name: 'rejects', type: 'number' },
];

describe('the table writer', () => {
  it('aligns numbers at the right and names coded values', async () => {
    const text = await written('table', flow, [
      ['10.0.0.1', '6', '1204'],
      ['192.168.100.200', '17', '3'],
      [undefined, '99', undefined],
    ]);
    expect(text).toBe(
      [
        'srcaddr          protocol  rejects',
        '───────────────  ────────  ───────',
        '10.0.0.1         6 TCP        1204',
        '192.168.100.200  17 UDP          3',
        '                 99',
        '',
      ].join('\n'),
    );
  });

  it('says so when there are no rows', async () => {
    expect(await written('table', flow, [])).toBe('No rows.\n');
  });

  it('leaves hidden columns out unless asked for them', async () => {
    const columns: Column[] = [
      { name: 'a', type: 'string' },
      { name: '@ptr', type: 'string', hidden: true },
    ];
    expect(await written('table', columns, [['x', 'p']])).toBe('a\n─\nx\n');
    expect(await written('table', columns, [['x', 'p']], { showHidden: true })).toBe('a  @ptr\n─  ────\nx  p\n');
  });

  it('wraps a long text at its blanks and keeps numbers whole', async () => {
    const columns: Column[] = [
      { name: '@message', type: 'string' },
      { name: 'duration', type: 'number' },
    ];
    const rows = [['Task timed out after three seconds of waiting', '1234567890']];
    expect(await written('table', columns, rows, { width: 36 })).toBe(
      [
        '@message                    duration',
        '────────────────────────  ──────────',
        'Task timed out after      1234567890',
        'three seconds of waiting',
        '',
      ].join('\n'),
    );
  });

  it('is as wide as it needs to be where it does not go to a terminal', async () => {
    const rows = [['x'.repeat(200), '6', '1']];
    const text = await written('table', flow, rows, { isTerminal: false, width: 40 });
    expect(text.split('\n')[2]).toBe(`${'x'.repeat(200)}  6 TCP           1`);
  });

  it('pads no row for the sake of a very long cell in another', async () => {
    const rows = [
      ['x'.repeat(1000), '6', '1'],
      ['y', '6', '2'],
    ];
    const text = await written('table', flow, rows, { isTerminal: false });
    expect(text.split('\n').map((line) => line.length)).toEqual([319, 319, 1019, 319, 0]);
  });

  it('wraps a cell of a million characters in linear time', async () => {
    const before = process.cpuUsage();
    for (const character of ['x', 'é']) {
      const text = await written('table', flow.slice(0, 1), [[character.repeat(1_000_000)]], { width: 80 });
      expect(text.split('\n')).toHaveLength(12_503);
    }
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(5_000_000);
  });

  it('prints one block a row where the columns cannot stand side by side', async () => {
    const columns: Column[] = Array.from({ length: 6 }, (_, index) => ({ name: `field${index}`, type: 'string' }));
    const row: Row = columns.map((_, index) => (index === 1 ? undefined : 'v'.repeat(20)));
    expect(await written('table', columns, [row, row], { width: 40 })).toBe(
      [1, 2]
        .map((number) =>
          [
            `── ${number} ${'─'.repeat(35)}`,
            ...[0, 2, 3, 4, 5].map((index) => `field${index}  ${'v'.repeat(20)}`),
            '',
          ].join('\n'),
        )
        .join(''),
    );
  });

  it('makes characters visible that would move the cursor or hide text', async () => {
    const cell = 'a\n\t\u001b[31mred\u0000\u202egnp.exe\u200b\ud800';
    expect(await written('table', [{ name: 'm', type: 'string' }], [[cell]])).toBe(
      `m\n${'─'.repeat(45)}\na\\n\\t\\x1b[31mred\\x00\\u202egnp.exe\\u200b\\ud800\n`,
    );
  });

  it('counts wide characters as the terminal does', async () => {
    const text = await written('table', [...flow.slice(0, 1), flow[2]!], [['日本', '1']]);
    expect(text.split('\n')[2]).toBe('日本           1');
  });

  it('never writes a line wider than the terminal, and loses no character', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '日', '👩‍👧', 'é'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 40, max: 100 }),
        async (cells, width) => {
          const columns: Column[] = cells.map((_, index) => ({ name: `c${index}`, type: 'string' }));
          const text = await written('table', columns, [cells], { width });
          for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
          const letters = (value: string): string => [...value.replace(/[^ab日]/gu, '')].sort().join('');
          expect(letters(text)).toBe(letters(cells.join('')));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes the titles in bold where colour is welcome, and only there', async () => {
    const plain = await written('table', flow, [['a', '6', '1']]);
    const bold = await written('table', flow, [['a', '6', '1']], { color: true });
    expect(bold).toBe(plain.replace(/^.*$/m, '\u001b[1m$&\u001b[22m'));
  });

  it('prints 10,000 rows in at most two seconds of a processor', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [
      `10.0.${index % 256}.1 and a few words more`,
      '6',
      String(index),
    ]);
    const before = process.cpuUsage();
    const text = await written('table', flow, rows, { width: 30 });
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(2_000_000);
    expect(text.match(/^10\.0\./gm)).toHaveLength(10_000);
  });
});

describe('the markdown writer', () => {
  it('writes a table whose cells cannot act as markup', async () => {
    const text = await written('markdown', flow, [
      ['a|b\n<script>', '6', '1'],
      ['*x* `y` [z](u) \\ _e_ snake_case', undefined, '2'],
    ]);
    expect(text).toBe(
      [
        '| srcaddr | protocol | rejects |',
        '| --- | --- | ---: |',
        '| a\\|b<br>&lt;script\\> | 6 TCP | 1 |',
        '| \\*x\\* \\`y\\` \\[z\\](u) \\\\ \\_e\\_ snake_case |  | 2 |',
        '',
      ].join('\n'),
    );
  });
});
