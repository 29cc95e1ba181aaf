import { describe, expect, it } from 'vitest';
import { readFormat } from '../../src/formats/read.ts';
import { runLines } from '../support/run-lines.ts';

const format = readFormat('vpc-default').format!;
const flow = (src: string, port: number, bytes: number, action: string, start = 1_700_000_000): string =>
  `2 123456789012 eni-1 ${src} 10.0.0.9 40000 ${port} 6 3 ${bytes} ${start} ${start + 60} ${action} OK`;
const nodata = '2 123456789012 eni-1 - - - - - - - 1700000000 1700000060 - NODATA';
const flows = [
  flow('10.0.0.1', 22, 100, 'REJECT'),
  flow('10.0.0.2', 443, 50, 'ACCEPT', 1_700_000_060),
  flow('10.0.0.1', 3389, 70, 'REJECT', 1_700_000_120),
  nodata,
  flow('10.0.0.10', 22, 5, 'REJECT'),
];

describe('runLocal on flow logs', () => {
  it('counts rejects by source', async () => {
    const answer = await runLines(flows, 'filter action = "REJECT" | stats count(*) as n by srcAddr | sort n desc', {
      format,
    });
    expect(answer.columns).toEqual(['srcAddr', 'n']);
    expect(answer.types).toEqual(['string', 'number']);
    expect(answer.rows).toEqual([
      ['10.0.0.1', '2'],
      ['10.0.0.10', '1'],
    ]);
    expect(answer.statistics).toMatchObject({ recordsScanned: 5, recordsMatched: 3, rows: 2, warnings: [] });
  });

  it('takes the time from the start of the record, newest first', async () => {
    const answer = await runLines(flows, 'fields @timestamp, bytes', { format });
    expect(answer.rows.map(([time, bytes]) => `${time} ${bytes}`)).toEqual([
      '2023-11-14 22:15:20.000 70',
      '2023-11-14 22:14:20.000 50',
      '2023-11-14 22:13:20.000 100',
      '2023-11-14 22:13:20.000 -',
      '2023-11-14 22:13:20.000 5',
    ]);
  });

  it('skips what is no number in sums and averages', async () => {
    const answer = await runLines(flows, 'stats sum(bytes), avg(bytes), count(bytes), max(bytes), min(bytes)', {
      format,
    });
    expect(answer.rows).toEqual([['225', '56.25', '5', '100', '5']]);
  });

  it('chooses events by a time range, both ends included', async () => {
    const range = { start: 1_700_000_060_000, end: 1_700_000_120_999 };
    const answer = await runLines(flows, 'stats count(*)', { format, range });
    expect(answer.rows).toEqual([['2']]);
    expect(answer.statistics).toMatchObject({ recordsScanned: 2, recordsMatched: 2 });
  });

  it('refuses @timestamp where the events have no time', async () => {
    await expect(runLines(['a b'], 'fields @timestamp')).rejects.toMatchObject({
      diagnostics: [{ code: 'no-event-time', span: { start: 7, end: 17 } }],
    });
  });

  it('says when the limit of 10,000 rows cut the answer', async () => {
    const lines = Array.from({ length: 10_001 }, (_, index) => `line ${index}`);
    const { rows, statistics } = await runLines(lines, 'display @message');
    expect(rows).toHaveLength(10_000);
    expect(statistics.warnings).toHaveLength(1);
    expect((await runLines(lines, 'display @message | limit 10001')).rows).toHaveLength(10_001);
  });

  it('gives raw rows a hidden pointer of their own', async () => {
    const answer = await runLines(['a', 'a'], 'display @message', { withHidden: true });
    expect(answer.columns).toEqual(['@message', '@ptr']);
    expect(new Set(answer.rows.map(([, pointer]) => pointer)).size).toBe(2);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(runLines(['a'], 'display @message', { signal })).rejects.toThrow('enough');
  });
});

describe('runLocal on JSON', () => {
  const events = [
    '{"a":1,"s":"x","n":{"list":[10,{"c":"deep"}]},"t":true}',
    '{"a":2,"s":""}',
    '{"a":"10","s":null}',
    'plain text 5',
    '{"a":-1.5,"s":"A9","d.e":7}',
  ];

  it('finds nested keys, entries of lists and keys with dots', async () => {
    const answer = await runLines(events, 'fields n.list.1.c, n.list.0, d.e, t | limit 5');
    expect(answer.rows[0]).toEqual(['deep', '10', null, '1']);
    expect(answer.rows[4]).toEqual([null, null, '7', null]);
  });

  it('takes != as true where the field is missing', async () => {
    const answer = await runLines(events, 'filter s != "x" | display a');
    expect(answer.rows).toEqual([['2'], ['10'], [null], ['-1.5']]);
  });

  it('rounds a number in a text as in a cell', async () => {
    const query = 'fields n + 0 as cell, concat(n + 0) as text';
    const { rows } = await runLines(
      ['0.03125', '-0.03125', '0.09375', '2.00005'].map((n) => `{"n":"${n}"}`),
      query,
    );
    expect(rows).toEqual(['0.0313', '-0.0313', '0.0938', '2'].map((n) => [n, n]));
  });

  it('sorts texts before numbers and what is missing last', async () => {
    const answer = await runLines([...events, '{"a":"5A"}'], 'fields a | sort a desc');
    expect(answer.rows.flat()).toEqual(['10', '2', '1', '-1.5', '5A', null]);
  });

  it('keeps a group whose key is missing', async () => {
    const answer = await runLines(events, 'stats count(*) as n by s');
    expect(answer.rows).toEqual([
      ['', '1'],
      ['A9', '1'],
      ['x', '1'],
      [null, '2'],
    ]);
  });
});
