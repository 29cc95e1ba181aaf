import { describe, expect, it } from 'vitest';
import { describeCommand } from '../../src/explain/describe-command.ts';
import { explainQuery, printStages } from '../../src/explain/explain-query.ts';
import { findFormat } from '../../src/formats/catalogue.ts';
import { commands } from '../../src/language/commands.ts';
import { parse } from '../../src/language/parse.ts';

function meaningOf(stage: string): string {
  return describeCommand(parse(stage).query.commands[0]!);
}

describe('a stage in words', () => {
  it.each([
    ['fields a, b as c, strlen(d) as n', 'Shows a, b as c and n (strlen(d)).'],
    ['display a', 'Shows only a.'],
    ['filter action = "REJECT" and bytes > 1000', 'Keeps rows where action is "REJECT" and bytes is above 1000.'],
    ['filter (a = 1 or b <= 2) and not c', 'Keeps rows where (a is 1 or b is at most 2) and not (c is true).'],
    ['filter a != 1 and b < 2 and c >= 3', 'Keeps rows where a is not 1 and b is below 2 and c is at least 3.'],
    ['filter port in [22, 3389]', 'Keeps rows where port is 22 or 3389.'],
    ['filter port not in [22, 80, 443]', 'Keeps rows where port is neither 22, 80 nor 443.'],
    ['filter port not in [22] or port in [80]', 'Keeps rows where port is not 22 or port is 80.'],
    ['filter id in (SOURCE "/a" | fields id)', 'Keeps rows where id is one of the values that a subquery finds.'],
    ['filter a in {{list}}', 'Keeps rows where a is in {{list}}.'],
    ['filter a like "x" and b not like "y"', 'Keeps rows where a contains "x" and b does not contain "y".'],
    ['filter a like /x/ and b not like /y/', 'Keeps rows where a matches /x/ and b does not match /y/.'],
    ['filter isIpInSubnet(a, "10.0.0.0/8")', 'Keeps rows where a is in the network "10.0.0.0/8".'],
    ['filter ispresent(a) and isNumeric(b)', 'Keeps rows where a is there and b reads as a number.'],
    ['filter frobnicate(a) or -1', 'Keeps rows where frobnicate(a) or -1.'],
    ['filter true', 'Keeps rows where true.'],
    ['filter a + 1 > b * 2', 'Keeps rows where a + 1 is above b * 2.'],
    ['filter a + 1', 'Keeps rows where a + 1.'],
    ['stats count(*)', 'Over all rows computes the number of events.'],
    ['stats count(a) as n, avg(b) by c', 'For each c computes n (the number of events with a) and the average of b.'],
    ['stats max(a) by bin(5m), b', 'For each interval of 5 minutes and b computes the largest a.'],
    [
      'stats count_distinct(a) by bin(1h) as hour',
      'For each interval of one hour computes the number of different values of a.',
    ],
    ['stats sum(a) / 60 by b as c', 'For each b (as c) computes sum(a) / 60.'],
    [
      'stats pct(a, 95), topk(3, b)',
      'Over all rows computes the 95th percentile of a and the 3 most frequent values of b.',
    ],
    ['sort a desc, b asc, c', 'Sorts by a, largest first, then b, smallest first, then c (no direction given).'],
    ['sort strlen(a) desc', 'Sorts by strlen(a), largest first.'],
    ['limit 10000', 'Keeps the first 10,000 rows.'],
    ['limit any 20', 'Stops as soon as there are 20 rows, whichever they are.'],
    ['tail {{n}}', 'Keeps the last {{n}} rows.'],
    ['dedup a, b', 'Keeps the first row for each a and b.'],
    ['parse @message "* *" as a, b', 'Takes a and b out of @message, one for each * of the pattern.'],
    ['parse a /(?<b>x)/ multi', 'Takes the named groups of a regular expression out of a, a row for each match.'],
    ['parse @message logfmt as lf', 'Reads @message as key=value pairs, called lf.key.'],
    ['parse a csv as b, c', 'Splits a at its commas into b and c.'],
    ['parse @message XML "/event/level" as level', 'Takes level out of the XML in @message.'],
    ['json field=a "b.c" as d', 'Takes d out of the JSON in a.'],
    ['pattern @message', 'Groups the rows by the shape of @message and counts each shape.'],
    ['diff previousDay', 'Compares with previousDay.'],
    ['diff', 'Compares with the time range of the same length just before.'],
    ['unnest a.b into c', 'Makes a row of each element of a.b and calls it c.'],
    ['expand a', 'Makes a row of each element of a.'],
    ['lookup t id as a OUTPUT b, c as d', 'Adds b and d from the table t, found by a.'],
    [
      "join type=left left=a right=b where a.id=b.id (SOURCE '/b')",
      'Joins the rows of a subquery where a.id is b.id, and keeps rows that have no partner.',
    ],
    ["join left=a right=b where a.id=b.id (SOURCE '/b')", 'Joins the rows of a subquery where a.id is b.id.'],
    ['filterIndex a = 1', 'Reads only log groups with an index on the field, and keeps events where a is 1.'],
    ['$Errors()', 'Runs the commands of the saved query Errors.'],
    ['frobnicate a', 'Does something that flowq does not know.'],
    ['accum a', 'Adds the running total of a field, in the order of the rows.'],
  ])('%s', (stage, meaning) => {
    expect(meaningOf(stage)).toBe(meaning);
  });

  it.each(commands.flatMap(({ examples }) => examples))('has a sentence for %s', (example) => {
    expect(meaningOf(example)).toMatch(/^[A-Z].*\.$/);
  });
});

describe('explainQuery', () => {
  const text = 'filter action = "REJECT" | stats sum(bytes) as total by srcAddr | limit 5 | frobnicate';

  it('tells the columns after each stage, with the types of the format', () => {
    const stages = explainQuery(parse(text).query, { format: findFormat('vpc-default')!.format });
    expect(stages.map(({ columns }) => columns.map(({ name }) => name))).toEqual([
      ['@timestamp', '@message'],
      ['srcAddr', 'total'],
      ['srcAddr', 'total'],
      ['srcAddr', 'total'],
    ]);
  });

  it('is laid out with a number for each stage, naming columns where they change', () => {
    expect(printStages(explainQuery(parse('filter a = 1 | stats count(*) by a | estimate').query), 80))
      .toBe(`1. filter a = 1
   Keeps rows where a is 1.
   Columns: @timestamp (timestamp), @message

2. stats count(*) by a
   For each a computes the number of events.
   Columns: a, count(*) (number)

3. estimate
   ${meaningOf('estimate')}
   Columns: not known
`);
  });
});
