import { describe, expect, it } from 'vitest';
import * as build from '../../src/language/build.ts';
import { columnNameOf } from '../../src/language/column-name.ts';
import { parse } from '../../src/language/parse.ts';
import { print, printCommand, printExpression } from '../../src/language/print.ts';

function format(text: string): string {
  const { query, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return print(query);
}

describe('the canonical layout', () => {
  it.each([
    [
      'a stage a line',
      '|FIELDS a,b|FILTER x=1 AND y==2 |SORT BY a DESC|LIMIT 5',
      'fields a, b\n| filter x = 1 and y = 2\n| sort a desc\n| limit 5',
    ],
    [
      'one kind of quote, unless that costs an escape',
      `filter a = 'x' or b = 'say "x"' or c = "it's"`,
      `filter a = "x" or b = 'say "x"' or c = "it's"`,
    ],
    [
      'a string with a backslash as it was written',
      `filter a like 'x\\'y' or b = "\\d"`,
      `filter a like 'x\\'y' or b = "\\d"`,
    ],
    [
      'needed and written parentheses',
      'filter not (a = 1 or b = 2) and (c) = (1)',
      'filter not (a = 1 or b = 2) and (c) = (1)',
    ],
    ['the spelling of functions', 'stats COUNT_DISTINCT( a )  as n, Avg(b)', 'stats COUNT_DISTINCT(a) as n, Avg(b)'],
    [
      'the text of an unnamed column, with blanks folded',
      'stats sum(a)/count( * ),  pct( b , 95 ) by bin( 5 min )',
      'stats sum(a)/count( * ), pct( b , 95 ) by bin( 5 min )',
    ],
    [
      'a duration with a blank',
      'stats count(*) as n by bin(5 min) as t offset 1 h',
      'stats count(*) as n by bin(5 min) as t offset 1 h',
    ],
    [
      'operators between blanks',
      'fields a+b*-c^2 as d, !e as f, g.h[1]."i" as j'.replace('."i"', '.i'),
      'fields a + b * -c ^ 2 as d, !e as f, g.h[1].i as j',
    ],
    ['where as where', 'where a=~/x/ and b ~= "y"', 'where a =~ /x/ and b ~= "y"'],
    ['names with a star outside backticks', 'filldown cpu*  `a b` `c*`', 'filldown cpu* `a b` `c*`'],
    ['a log group without quotes', 'source  requests  start=-1h|limit 5', 'SOURCE requests start=-1h\n| limit 5'],
    [
      'placeholders for patterns and groups',
      'SOURCE {{group}} | parse {{p}} as a | parse b {{p}} as c',
      'SOURCE {{group}}\n| parse {{p}} as a\n| parse b {{p}} as c',
    ],
    [
      'durations with a blank among arguments',
      'fields datefloor(a, 5 m) as b, f(5 m, c) as d',
      'fields datefloor(a, 5 m) as b, f(5 m, c) as d',
    ],
    ['a field called as a unit', 'fields f(5 - m) as b', 'fields f(5 - m) as b'],
    ['group by as by', 'stats count(*) group by a', 'stats count(*) by a'],
    [
      'a placeholder wherever it stands',
      'parse {{f}} "*" as {{n}} | filter a in {{list}} | dedup {{f}} | limit {{n}}',
      'parse {{f}} "*" as {{n}}\n| filter a in {{list}}\n| dedup {{f}}\n| limit {{n}}',
    ],
  ])('has %s', (_, text, expected) => {
    expect(format(text)).toBe(expected);
    expect(format(expected)).toBe(expected);
  });

  it('fills long lists of plain names below the first', () => {
    const names = Array.from({ length: 24 }, (_, index) => `field_${index}`);
    expect(format(`parse @message "${names.map(() => '*').join(' ')}" as ${names.join(',')}`)).toMatchInlineSnapshot(`
      "parse @message "* * * * * * * * * * * * * * * * * * * * * * * *"
            as field_0, field_1, field_2, field_3, field_4, field_5, field_6, field_7, field_8, field_9,
               field_10, field_11, field_12, field_13, field_14, field_15, field_16, field_17, field_18,
               field_19, field_20, field_21, field_22, field_23"
    `);
  });

  it('gives computed items of a long list a line each', () => {
    const text =
      'fields a | stats sum(a) as total_of_all_bytes, max(b) as largest_packet_of_them, min(c) as least by interface, bin(5m) as t';
    expect(format(text)).toMatchInlineSnapshot(`
      "fields a
      | stats sum(a) as total_of_all_bytes, max(b) as largest_packet_of_them, min(c) as least
              by interface, bin(5m) as t"
    `);
    expect(
      format(
        `${text} | display concat(aaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbb) as c, concat(bbbbbbbbbbbbbbbbbbbbb, c) as d`,
      )
        .split('\n')
        .slice(-2)
        .join('\n'),
    ).toMatchInlineSnapshot(`
      "| display concat(aaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbb) as c,
                concat(bbbbbbbbbbbbbbbbbbbbb, c) as d"
    `);
  });

  it('gives the conditions of a long filter a line each', () => {
    const text =
      'filter action = "REJECT" and flow_direction = "ingress" and (dstport = 22 or dstport = 3389) and srcaddr not like /^10\\./';
    expect(format(text)).toMatchInlineSnapshot(`
      "filter action = "REJECT"
             and flow_direction = "ingress"
             and (dstport = 22 or dstport = 3389)
             and srcaddr not like /^10\\./"
    `);
  });

  it('fills long lists in brackets', () => {
    const addresses = Array.from({ length: 12 }, (_, index) => `"10.0.0.${index}"`).join(',');
    expect(format(`filter srcaddr in [${addresses}]`)).toMatchInlineSnapshot(`
      "filter srcaddr in ["10.0.0.0", "10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5",
                         "10.0.0.6", "10.0.0.7", "10.0.0.8", "10.0.0.9", "10.0.0.10", "10.0.0.11"]"
    `);
  });

  it('breaks subqueries and their commands', () => {
    const join =
      'filter a = 1 | join type=left left=requests right=payments where requests.id=payments.id (SOURCE "/payments" | filter state = "failed" | fields id, state)';
    expect(format(join)).toMatchInlineSnapshot(`
      "filter a = 1
      | join type=left left=requests right=payments
             where requests.id = payments.id
             (SOURCE "/payments" | filter state = "failed" | fields id, state)"
    `);
    const lookup = `lookup interfaces interface_id as interfaceId, account as accountId OUTPUT owner, team as owningTeam, costCentre`;
    expect(format(lookup)).toMatchInlineSnapshot(`
      "lookup interfaces interface_id as interfaceId, account as accountId
             OUTPUT owner, team as owningTeam, costCentre"
    `);
  });
});

describe('made trees', () => {
  it('get the quotes and parentheses that they need', () => {
    const { field, string, binary, call, isIn, like, regex, unary, number, boolean, duration, placeholder, star } =
      build;
    const query = build.query(
      build.parseGlob(field('@message'), '* "*"', ['account-id', 'b']),
      build.parseRegex(field('@message'), '(?<c>x)'),
      build.filter(
        build.joined('and', [
          binary(field('account-id'), '=', string('a"b')),
          binary(boolean(true), 'or', isIn(field('b'), [number(1), number(-2.5)], { negated: true })),
          like(field('c'), regex('^10\\.'), { negated: true }),
          unary('not', call('ispresent', field('d'))),
        ]),
      ),
      build.fields(build.item(binary(binary(field('a'), '+', field('b')), '*', field('c')), 'd e')),
      build.stats([build.item(star('count'), 'n')], [build.item(call('bin', duration(5, 'minute')))]),
      build.sort(build.sortKey(field('n'), 'desc'), build.sortKey(placeholder('key'))),
      build.display(build.item(field('n'))),
      build.dedup('n', 'a.b'),
      build.limit(20),
    );
    expect(print(query)).toMatchInlineSnapshot(`
      "parse @message '* "*"' as \`account-id\`, b
      | parse @message /(?<c>x)/
      | filter \`account-id\` = 'a"b'
               and (true or b not in [1, -2.5])
               and c not like /^10\\./
               and not ispresent(d)
      | fields (a + b) * c as \`d e\`
      | stats count(*) as n by bin(5m)
      | sort n desc, {{key}}
      | display n
      | dedup n, a.b
      | limit 20"
    `);
    expect(parse(print(query)).diagnostics).toEqual([]);
  });

  it('refuse numbers that cannot be written', () => {
    expect(() => build.number(Number.POSITIVE_INFINITY)).toThrow(
      'The query language has no way to write the number Infinity.',
    );
    expect(printExpression(build.number(-0))).toBe('-0');
  });

  it('print alone', () => {
    expect(printCommand(build.limit(5))).toBe('limit 5');
    expect(
      printExpression(build.binary(build.field('a'), '-', build.binary(build.field('b'), '-', build.field('c')))),
    ).toBe('a - (b - c)');
  });

  it('know the names of their columns', () => {
    const { query } = parse('fields a.`b c`, sum( x ) , y as z, w as {{name}}');
    const [command] = query.commands;
    expect(command?.kind === 'FieldsCommand' && command.items.map(columnNameOf)).toEqual([
      'a.b c',
      'sum( x )',
      'z',
      '{{name}}',
    ]);
    expect(columnNameOf(build.item(build.star('count')))).toBe('count(*)');
  });
});
