import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLines, type RunLinesOptions } from '../support/run-lines.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flowq-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rowsOf = async (lines: readonly string[], query: string, options?: RunLinesOptions) =>
  (await runLines(lines, query, options)).rows;

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('parse', () => {
  it('takes the leftmost text of each literal in turn', async () => {
    const rows = await rowsOf(
      ['x user=ann, method:GET, latency := 25 ms', 'nothing'],
      'parse "user=*, method:*, latency := *" as u, m, l | display u, m, l',
    );
    expect(rows).toEqual([
      ['ann', 'GET', '25 ms'],
      [null, null, null],
    ]);
  });

  it('gives the rest to the last star of a split', async () => {
    expect(await rowsOf(['a b c d', 'a'], 'parse "* * *" as x, y, z | display x, y, z')).toEqual([
      ['a', 'b', 'c d'],
      [null, null, null],
    ]);
  });

  it('gives what follows a text to a glob without a star', async () => {
    expect(await rowsOf(['tuples: 5 removed'], 'parse "tuples: " as rest | display rest')).toEqual([['5 removed']]);
  });

  it('tells a group that matched nothing from one that took no part', async () => {
    const query = String.raw`parse /id=(?<id>\d*)(?: tag=(?<tag>\w*))?/ | display id, tag, ispresent(tag)`;
    expect(await rowsOf(['id= tag=', 'id=5', 'none'], query)).toEqual([
      ['', '', '1'],
      ['5', null, '0'],
      [null, null, '0'],
    ]);
  });

  it('makes a row for each match with multi', async () => {
    const query = String.raw`parse /(?<ip>\d+\.\d+\.\d+\.\d+)/ multi | display ip`;
    expect(await rowsOf(['from 1.2.3.4 to 5.6.7.8', 'none'], query)).toEqual([['1.2.3.4'], ['5.6.7.8'], [null]]);
  });

  it('reads logfmt', async () => {
    const line = 'level=info msg="hello \\"you\\"" n=5';
    expect(await rowsOf([line], 'parse logfmt as lf | display lf.level, lf.msg, lf.n, lf.none')).toEqual([
      ['info', 'hello "you"', '5', null],
    ]);
  });

  it('reads CSV', async () => {
    expect(await rowsOf(['a,"b,""c""",,d'], 'parse csv as p, q, r, s, t | display p, q, r, s, t')).toEqual([
      ['a', 'b,"c"', '', 'd', null],
    ]);
  });

  it('reads paths of JSON', async () => {
    const line = JSON.stringify({ payload: '{"user":{"name":"ann","tags":["x","y"]}}' });
    const query = 'json field=payload "user.name" as name, "user.tags[1]" as tag | display name, tag';
    expect(await rowsOf([line], query)).toEqual([['ann', 'y']]);
  });
});

describe('unnest and expand', () => {
  const event = JSON.stringify({ list: '[{"n":1},{"n":2}]', plain: 'x', id: 7 });

  it('makes a row for each element', async () => {
    const query = 'fields jsonParse(list) as parsed, id | unnest parsed into element | display element.n, id';
    expect(await rowsOf([event], query)).toEqual([
      ['1', '7'],
      ['2', '7'],
    ]);
  });

  it('drops rows without a list', async () => {
    const query = 'fields jsonParse(nowhere) as parsed | unnest parsed into element | display element';
    expect(await rowsOf([event], query)).toEqual([]);
  });

  it('expands a text that holds a list and leaves others alone', async () => {
    const lines = ['{"f":"[\\"a\\",\\"b\\"]"}', '{"f":"a,b"}', '{"g":1}'];
    expect(await rowsOf(lines, 'expand f | display f')).toEqual([['a'], ['b'], ['a,b'], [null]]);
  });
});

describe('lookup', () => {
  it('takes the first row of the table that fits', async () => {
    const tables = new Map([
      ['hosts', await file('hosts.csv', 'ip,name,zone\n1.1.1.1,one,a\n1.1.1.1,uno,b\n2.2.2.2,two,c\n')],
    ]);
    const lines = ['{"addr":"1.1.1.1"}', '{"addr":"3.3.3.3","name":"known"}'];
    const query = 'lookup hosts ip as addr OUTPUT name, zone as z | display addr, name, z';
    expect(await rowsOf(lines, query, { tables })).toEqual([
      ['1.1.1.1', 'one', 'a'],
      ['3.3.3.3', null, null],
    ]);
    const keeps = 'lookup hosts ip as addr OUTPUTNEW name | display addr, name';
    expect(await rowsOf(lines, keeps, { tables })).toEqual([
      ['1.1.1.1', 'one'],
      ['3.3.3.3', 'known'],
    ]);
  });

  it('takes the most specific block', async () => {
    const tables = new Map([
      ['nets', await file('nets.csv', 'cidr,name\n10.0.0.0/8,wide\n10.1.0.0/16,narrow\n2001:db8::/32,six\n')],
    ]);
    const lines = ['{"ip":"10.1.2.3"}', '{"ip":"10.9.9.9"}', '{"ip":"2001:db8::5"}', '{"ip":"8.8.8.8"}'];
    expect(await rowsOf(lines, 'cidrlookup nets ip as cidr OUTPUT name | display name', { tables })).toEqual([
      ['narrow'],
      ['wide'],
      ['six'],
      [null],
    ]);
  });

  it('refuses a table that is not given, and a column that it lacks', async () => {
    await expect(rowsOf(['{}'], 'lookup none a OUTPUT b')).rejects.toMatchObject({
      diagnostics: [{ code: 'unknown-lookup-table' }],
    });
    const tables = new Map([['hosts', await file('few.csv', 'ip,name\n')]]);
    await expect(rowsOf(['{}'], 'lookup hosts ip OUTPUT nam', { tables })).rejects.toMatchObject({
      diagnostics: [{ code: 'unknown-table-column', message: expect.stringContaining('"name"') as string }],
    });
  });
});

describe('other log groups', () => {
  const users = '{"user":"ann","team":"red"}\n{"user":"ann","team":"blue"}\n{"user":"bob","team":"green"}\n';
  const lines = ['{"who":"ann"}', '{"who":"cid"}', '{"who":"bob"}'];
  const groups = async () => {
    const path = await file('users.jsonl', users);
    return (group: string) => (group === '/users' ? ({ kind: 'files', paths: [path], cwd: '/' } as const) : undefined);
  };

  it('joins with every row that fits', async () => {
    const query = 'join type=left left=a right=b where a.who=b.user (SOURCE "/users") | display who, b.team';
    expect(await rowsOf(lines, query, { groups: await groups() })).toEqual([
      ['ann', 'red'],
      ['ann', 'blue'],
      ['cid', null],
      ['bob', 'green'],
    ]);
  });

  it('keeps rows that are among those of a subquery', async () => {
    const query = 'filter who in (SOURCE "/users" | filter team != "green" | fields user) | display who';
    expect(await rowsOf(lines, query, { groups: await groups() })).toEqual([['ann']]);
  });

  it('pastes the columns of a subquery', async () => {
    const query = 'display who | appendcols (SOURCE "/users" | display team)';
    expect(await rowsOf(lines, query, { groups: await groups() })).toEqual([
      ['ann', 'red'],
      ['cid', 'blue'],
      ['bob', 'green'],
    ]);
  });

  it('refuses a group that is not at hand', async () => {
    await expect(rowsOf(lines, 'filter who in (SOURCE "/other" | fields user)')).rejects.toMatchObject({
      diagnostics: [{ code: 'no-local-events' }],
    });
  });
});

describe('commands over rows in order', () => {
  const lines = ['{"t":1,"v":5}', '{"t":2}', '{"t":3,"v":7}'];

  it('adds up', async () => {
    expect(await rowsOf(lines, 'sort t asc | accum v as total | display t, total')).toEqual([
      ['1', '5'],
      ['2', '5'],
      ['3', '12'],
    ]);
  });

  it('looks back', async () => {
    expect(await rowsOf(lines, 'sort t asc | autoregress t p=1-2 | display t, t_p1, t_p2')).toEqual([
      ['1', null, null],
      ['2', '1', null],
      ['3', '2', '1'],
    ]);
  });

  it('fills down', async () => {
    expect(await rowsOf(lines, 'fields t, v | sort t asc | filldown v | display t, v')).toEqual([
      ['1', '5'],
      ['2', '5'],
      ['3', '7'],
    ]);
  });

  it('sums named fields of a row', async () => {
    expect(await rowsOf(lines, 'addtotals fieldname=all t, v | display all')).toEqual([['6'], ['2'], ['10']]);
    await expect(rowsOf(lines, 'fields t | addtotals')).rejects.toThrow('name the fields');
  });

  it('sums the columns in a row below the others', async () => {
    const events = ['{"s":"b","v":1}', '{"s":"a","v":"2.5"}', '{"s":"c"}'];
    expect(await rowsOf(events, 'fields s, v, 7 as seven | addtotals col=true v | sort s asc | limit 4')).toEqual([
      ['a', '2.5', '7', '2.5'],
      ['b', '1', '7', '1'],
      ['c', null, '7', '0'],
      [null, '3.5', null, '3.5'],
    ]);
    expect(await rowsOf(events, 'stats sum(v) as n by s | addtotals row=false col=true')).toEqual([
      ['a', '2.5'],
      ['b', '1'],
      ['c', null],
      [null, '3.5'],
    ]);
    await expect(rowsOf(events, 'fields s | addtotals row=false col=true')).rejects.toThrow('name the fields');
  });

  it('takes no time for a number that addtotals sums', async () => {
    const events = ['plain 1', 'plain 2'];
    const query = 'parse "plain *" as n | fields fromMillis(5) as t | addtotals | display n, Total';
    expect(await rowsOf(events, query)).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
  });

  it('adds totals behind stats where fields are named, else says that it does not', async () => {
    const events = ['{"v":1,"w":2}'];
    const named = await runLines(events, 'stats sum(v) as a, sum(w) as b | addtotals a, b');
    expect(named.rows).toEqual([['1', '2', '3']]);
    expect(named.statistics.warnings).toEqual([]);
    const unnamed = await runLines(events, 'stats sum(v) as a, sum(w) as b | addtotals');
    expect(unnamed.columns).toEqual(['a', 'b']);
    expect(unnamed.statistics.warnings).toEqual([expect.stringContaining('adds no column behind stats')]);
  });

  it('counts combinations, most frequent first', async () => {
    const events = ['{"a":"x"}', '{"a":"y"}', '{"a":"y"}'];
    expect(await rowsOf(events, 'countFrequent a')).toEqual([
      ['y', '2'],
      ['x', '1'],
    ]);
  });

  it('begins a session after a pause', async () => {
    const at = (time: string, user: string) => `{"timestamp":"2026-01-01T${time}Z","user":"${user}"}`;
    const events = [at('00:00:00', 'a'), at('00:10:00', 'a'), at('01:00:00', 'a'), at('00:05:00', 'b')];
    const query = 'sessionize user maxspan 30m as session | sort @timestamp asc | display session';
    expect(await rowsOf(events, query)).toEqual([['a-1'], ['b-1'], ['a-1'], ['a-2']]);
  });

  it('fills periods in which there was nothing', async () => {
    const at = (time: string, user: string) => `{"timestamp":"2026-01-01T${time}Z","user":"${user}"}`;
    const events = [at('00:00:00', 'a'), at('00:11:00', 'a'), at('00:00:30', 'b')];
    const query = 'stats count(*) as n by bin(5m) as t, user | fillmissing with 0 for n';
    expect(await rowsOf(events, query)).toEqual([
      ['2026-01-01 00:00:00.000', 'a', '1'],
      ['2026-01-01 00:00:00.000', 'b', '1'],
      ['2026-01-01 00:05:00.000', 'a', '0'],
      ['2026-01-01 00:05:00.000', 'b', '0'],
      ['2026-01-01 00:10:00.000', 'a', '1'],
      ['2026-01-01 00:10:00.000', 'b', '0'],
    ]);
  });

  it('cuts outliers, or removes their rows', async () => {
    const events = [1, 2, 3, 4, 100].map((v) => `{"v":${v}}`);
    expect((await rowsOf(events, 'outlier v | display v')).flat()).toEqual(['1', '2', '3', '4', '9']);
    expect((await rowsOf(events, 'outlier action=remove v | display v')).flat()).toEqual(['1', '2', '3', '4']);
  });
});

describe('stats', () => {
  it('computes with aggregates and earlier aliases', async () => {
    const events = ['{"k":"a","v":1024}', '{"k":"a","v":3072}', '{"k":"b","v":"x"}'];
    const query = 'stats sum(v)/1024 as kib, count(*) as n, kib * n as product, max(v) - min(v) as spread by k';
    expect(await rowsOf(events, query)).toEqual([
      ['a', '4', '2', '8', '2048'],
      ['b', null, '1', null, null],
    ]);
  });

  it('aggregates what was aggregated', async () => {
    const events = ['{"k":"a","v":1}', '{"k":"a","v":2}', '{"k":"b","v":9}'];
    expect(await rowsOf(events, 'stats sum(v) as s by k | stats max(s), avg(s)')).toEqual([['9', '6']]);
  });

  it('sorts by the period where a query says @timestamp', async () => {
    const events = ['{"timestamp":"2026-01-01T00:00:00Z"}', '{"timestamp":"2026-01-01T01:00:00Z"}'];
    const query = 'stats count(*) as n by bin(1h) as t | sort @timestamp desc';
    expect((await rowsOf(events, query)).map(([time]) => time)).toEqual([
      '2026-01-01 01:00:00.000',
      '2026-01-01 00:00:00.000',
    ]);
  });

  it('refuses a field that is gone', async () => {
    await expect(rowsOf(['{}'], 'stats count(*) as n by a | filter b = 1')).rejects.toMatchObject({
      diagnostics: [{ code: 'field-not-available' }],
    });
  });

  it('lists values by how often they come', async () => {
    const events = ['x', 'y', 'y', 'z', 'z'].map((v) => `{"v":"${v}"}`);
    expect(await rowsOf(events, 'stats values(v)')).toEqual([['["y","z","x"]']]);
    expect(await rowsOf(events, 'stats topk(2, v)')).toEqual([['["y","z"]']]);
  });

  it('takes the value of the earliest and of the latest event, as read among equals', async () => {
    const at = (second: number, v: string) => `{"timestamp":"2026-01-01T00:00:0${second}Z","v":"${v}"}`;
    const events = [at(3, 'c'), at(1, 'a'), at(1, 'b'), at(3, 'd')];
    expect(await rowsOf(events, 'stats earliest(v), latest(v), earliest(@timestamp)')).toEqual([
      ['a', 'd', '1767225601000'],
    ]);
  });
});

describe('pattern', () => {
  it('groups what differs only in changing parts', async () => {
    const lines = [
      ...['10.0.0.1', '10.0.0.2', '10.0.0.3'].map((ip, index) => `Error: connection ${index} from ${ip} refused`),
      'started worker alpha in zone one',
      'started worker beta in zone one',
    ];
    const answer = await runLines(lines, 'pattern @message');
    expect(answer.columns).toEqual(['@pattern', '@ratio', '@sampleCount', '@severityLabel']);
    expect(answer.rows).toEqual([
      ['Error: connection <Number-1> from <IP-2> refused', '0.6', '3', 'ERROR'],
      ['started worker <Token-1> in zone one', '0.4', '2', 'INFO'],
    ]);
    expect(answer.statistics.warnings).toEqual([expect.stringContaining('approximation')]);
  });

  it('refuses what stands on models of the service', async () => {
    for (const query of ['pattern @message | anomaly', 'pattern @message | diff']) {
      await expect(rowsOf(['a'], query)).rejects.toMatchObject({ diagnostics: [{ code: 'not-supported-locally' }] });
    }
  });
});
