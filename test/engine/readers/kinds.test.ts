import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { messagesOf, readEvents } from '../../support/read-events.ts';

const header =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
const record = '2 123456789012 eni-0a 10.0.0.1 10.0.0.2 443 50000 6 1 40 1763632800 1763632860 ACCEPT OK';

describe('text with a header line', () => {
  it('takes the format from the header, which is no event', async () => {
    const read = await readEvents({ 'a.log': `${header}\n${record}\n` });
    expect(messagesOf(read)).toEqual([record]);
    expect(read.source.shape).toMatchObject({ kind: 'lines', format: { name: 'vpc-default', isDiscovered: true } });
    expect(read.said).toEqual(['The header line names the format: vpc-default.']);
  });

  it('leaves out the header of every file, packed or not', async () => {
    const read = await readEvents({
      'a.log.gz': gzipSync(`${header}\n${record}\n`),
      'b.log.gz': gzipSync(`${header}\n`),
    });
    expect(messagesOf(read)).toEqual([record]);
    expect(read.source.label).toBe('2 files, text with a header line');
  });

  it('reads files of several headers, each by its own', async () => {
    const read = await readEvents({
      'a.log': `${header}\n${record}\n`,
      'b.log': 'srcaddr start action\n10.9.9.9 1763632801 REJECT\n',
    });
    expect(read.events).toEqual([
      { message: record, timestamp: 1763632800000 },
      { message: '10.9.9.9 1763632801 REJECT', timestamp: 1763632801000 },
    ]);
    expect(read.source.shape).toEqual({ kind: 'lines' });
  });

  it('takes a sentence with field names in it for text', async () => {
    const read = await readEvents({ 'a.log': 'start the action now please\n' });
    expect(read.source.label).toBe('1 file, plain text');
  });

  it('reads W3C headers', async () => {
    const read = await readEvents({
      'a.log': '#Version: 1.0\n#Fields: date time c-ip\n2026-11-20\t10:00:00\t192.0.2.1\n',
    });
    expect(messagesOf(read)).toEqual(['2026-11-20\t10:00:00\t192.0.2.1']);
  });
});

describe('JSON lines', () => {
  it.each([
    ['{"timestamp":1763632800123}', 1763632800123],
    ['{"timestamp":1763632800}', 1763632800000],
    ['{"timestamp":"1763632800"}', 1763632800000],
    ['{"timestamp":1763632800.5}', 1763632800500],
    ['{"time":"2025-11-20T10:00:00.5+00:00"}', 1763632800500],
    ['{"@timestamp":"2025-11-20T12:00:00+02:00","timestamp":"x"}', 1763632800000],
    ['{"time":1763632800123456789}', 1763632800123],
  ])('takes the time of %s', async (line, timestamp) => {
    const { events } = await readEvents({ 'a.jsonl': `${line}\n` });
    expect(events).toEqual([{ message: line, timestamp }]);
  });

  it('says that lines are no JSON, once', async () => {
    const read = await readEvents({ 'a.jsonl': '{"a":1}\n{"a":\nplain\n', 'b.jsonl': '{"a":1}\n' });
    expect(read.said).toEqual([
      'Of the first 4 lines, 2 are no JSON object (in "a.jsonl"): each is an event without fields.',
    ]);
    expect(messagesOf(read)).toEqual(['{"a":1}', '{"a":', 'plain', '{"a":1}']);
    expect((await readEvents({ 'a.jsonl': '{"a":1}\n{"b":[]}\n' })).said).toEqual([]);
  });

  it('keeps lines that are no JSON, without a time', async () => {
    const { events, source } = await readEvents({ 'a.jsonl': '{"time":1763632800}\nplain\n{"time":"soon"}\n{"to' });
    expect(events).toEqual([
      { message: '{"time":1763632800}', timestamp: 1763632800000 },
      { message: 'plain' },
      { message: '{"time":"soon"}' },
      { message: '{"to' },
    ]);
    expect(source.label).toBe('1 file, JSON lines');
  });
});

describe('CloudWatch documents', () => {
  const page = (...messages: string[]) => ({
    events: messages.map((message, index) => ({
      logStreamName: 's',
      timestamp: 1000 + index,
      message,
      ingestionTime: 2000,
      eventId: String(index),
    })),
    searchedLogStreams: [{ logStreamName: 's', searchedCompletely: true }],
    nextToken: 'x',
  });

  it('gives the events of all pages', async () => {
    const read = await readEvents({
      'a.json': `${JSON.stringify(page('a\tb\n'), null, 4)}\n${JSON.stringify(page('é', '"'))}`,
    });
    expect(read.events).toEqual([
      { message: 'a\tb\n', timestamp: 1000, ingestionTime: 2000, logStream: 's' },
      { message: 'é', timestamp: 1000, ingestionTime: 2000, logStream: 's' },
      { message: '"', timestamp: 1001, ingestionTime: 2000, logStream: 's' },
    ]);
  });

  it.each([
    ['the list of events', (events: unknown[]) => JSON.stringify(events, null, 2)],
    ['one event per line', (events: unknown[]) => events.map((event) => `${JSON.stringify(event)}\n`).join('')],
  ])('reads %s', async (_name, write) => {
    const read = await readEvents({ 'a.json': write(page('a', 'b').events) });
    expect(messagesOf(read)).toEqual(['a', 'b']);
    expect(read.source.label).toContain('filter-log-events');
  });

  it('saves the events before a cut, and says so', async () => {
    const text = JSON.stringify(page('first', 'second', 'third'));
    const read = await readEvents({ 'a.json': text.slice(0, text.indexOf('third')) });
    expect(messagesOf(read)).toEqual(['first', 'second']);
    expect(read.said).toContain('"a.json": 1 JSON document cut off or broken; left out.');
  });

  it('has no events in an empty page', async () => {
    expect((await readEvents({ 'a.json': JSON.stringify(page()) })).events).toEqual([]);
  });

  it('takes half a surrogate pair for U+FFFD', async () => {
    const text = JSON.stringify(page('HALF')).replace('HALF', String.raw`x\ud800y \\ud800`);
    expect(messagesOf(await readEvents({ 'a.json': text }))).toEqual([String.raw`x�y \ud800`]);
  });
});

describe('Firehose records', () => {
  it('stand one after another, with or without line ends', async () => {
    const read = await readEvents({ a: `{"message":"${record}"}{"message":"a \\"b\\""}\n{"message":"c"}` });
    expect(messagesOf(read)).toEqual([record, 'a "b"', 'c']);
    expect(read.source.label).toBe('1 file, Firehose records ({"message": …})');
  });

  it('may be torn', async () => {
    const read = await readEvents({ a: '{"message":"a"}{"message":"b"}{"mess' });
    expect(messagesOf(read)).toEqual(['a', 'b']);
    expect(read.said).toContain('"a": 1 JSON document cut off or broken; left out.');
  });

  it('are not the JSON events of an application', async () => {
    const read = await readEvents({ a: '{"message":"hi","level":"info"}\n' });
    expect(messagesOf(read)).toEqual(['{"message":"hi","level":"info"}']);
  });
});

describe('subscription payloads', () => {
  const payload = {
    messageType: 'DATA_MESSAGE',
    owner: '123456789012',
    logGroup: 'vpc-flow',
    logStream: 'eni-0a-all',
    subscriptionFilters: ['all'],
    logEvents: [{ id: '1', timestamp: 1763632800000, message: record }],
  };
  const event = { message: record, timestamp: 1763632800000, logStream: 'eni-0a-all', log: '123456789012:vpc-flow' };
  const control = {
    ...payload,
    messageType: 'CONTROL_MESSAGE',
    logEvents: [{ id: '', timestamp: 1, message: 'health' }],
  };
  const packed = gzipSync(JSON.stringify(payload)).toString('base64');

  it.each([
    ['as they are', JSON.stringify(payload)],
    [
      'packed, one archive after another',
      Buffer.concat([gzipSync(JSON.stringify(control)), gzipSync(JSON.stringify(payload))]),
    ],
    ['as Lambda gets them', JSON.stringify({ awslogs: { data: packed } })],
    ['as Kinesis carries them', JSON.stringify({ Records: [{ kinesis: { data: packed, partitionKey: 'x' } }] })],
  ])('are read %s', async (_name, content) => {
    const read = await readEvents({ a: content });
    expect(read.source.label).toBe('1 file, subscription payloads ("logEvents")');
    expect(read.events).toEqual([event]);
  });
});

describe('export tasks', () => {
  const time = Date.UTC(2025, 10, 20, 10, 0, 0, 5);

  it('have the time before the event and the stream in the path', async () => {
    const read = await readEvents({ 'task/eni-0a-all/000000.gz': gzipSync(`2025-11-20T10:00:00.005Z ${record}\n`) });
    expect(read.events).toEqual([{ message: record, timestamp: time, logStream: 'eni-0a-all' }]);
    expect(read.source.label).toBe('1 file, files of an S3 export task');
  });

  it('continue an event on further lines, blank ones too', async () => {
    const text = '2025-11-20T10:00:00.005Z one\n  at two\n\n2025-11-20T10:00:00.006Z three\n\n';
    const read = await readEvents({ 'task/s/000000': text });
    expect(messagesOf(read)).toEqual(['one\n  at two\n', 'three\n']);
  });

  it('find a continued event late', async () => {
    const short = '2025-11-20T10:00:00.005Z one\n'.repeat(10_000);
    const read = await readEvents({ 'task/s/000000': `${short}two\n` });
    expect(read.isRetried).toBe(true);
    expect(read.events.length).toBe(10_000);
    expect(read.events.at(-1)!.message).toBe('one\ntwo');
  });

  it('leave the file for the permission test aside, and say so', async () => {
    const files = {
      'x/aws-logs-write-test': 'Permission Check Successful',
      'x/t/s/000000': '2025-11-20T10:00:00.005Z one\n',
    };
    const read = await readEvents(files, { paths: ['x'] });
    expect(messagesOf(read)).toEqual(['one']);
    expect(read.said).toContain('Left out 1 file that hold no events: aws-logs-write-test.');
  });

  it('are told from an application that begins its lines with the time', async () => {
    const line = '2025-11-20T10:00:00.005Z INFO ready';
    const read = await readEvents({ 'app.log': `${line}\n` });
    expect(read.events).toEqual([{ message: line, timestamp: time }]);
    expect(messagesOf(await readEvents({ 'app.log': `${line}\n` }, { inputFormat: 'export' }))).toEqual(['INFO ready']);
  });
});

describe('lines of a Lambda function', () => {
  const report = 'REPORT RequestId: 0f9aa5b6-5b4c-4d2c-9d1c-1a2b3c4d5e6f\tDuration: 1.5 ms';

  it.each([
    ['plain', `${report}\n`],
    ['exported', `2025-11-20T10:00:00.005Z ${report}\n`],
    ['as CloudWatch documents', JSON.stringify({ events: [{ timestamp: 1, message: report }] })],
  ])('are known as such: %s', async (_name, content) => {
    expect((await readEvents({ a: content })).source.shape).toMatchObject({ isLambda: true });
  });
});

describe('input formats', () => {
  it('are found file by file', async () => {
    const read = await readEvents({
      'a.log': 'text\n',
      'b.json': '{"message":"one"}',
      'c.log': `${header}\n${record}\n`,
    });
    expect(messagesOf(read)).toEqual(['text', 'one', record]);
    expect(read.source.label).toBe(
      '1 file, plain text; 1 file, Firehose records ({"message": …}); 1 file, text with a header line',
    );
  });

  it('can be given', async () => {
    expect(messagesOf(await readEvents({ a: '{"message":"one"}\n' }, { inputFormat: 'text' }))).toEqual([
      '{"message":"one"}',
    ]);
  });

  it('must be known', async () => {
    await expect(readEvents({ a: '' }, { inputFormat: 'csv' })).rejects.toThrow(
      'There is no input format "csv"; choose parquet, subscription, cloudwatch, firehose, export, jsonl, header, text.',
    );
  });
});
