import fc, { type Arbitrary } from 'fast-check';

// Random queries over the fields p, q and r (texts, numbers, truth values, null or nothing), l (the text of a list),
// ip, and the map n. The second evaluator knows every command, operator and function that stands here.

const word = fc.constantFrom('a', 'b', 'A9', 'a10', 'a9', '', '-', '5A', '0#', 'x y', 'é', '[x]');
const numberText = fc.constantFrom(
  ...['0', '1', '22', '22.0', '2.2e1', '-1.5', '007', '1e3', ' 22', '1_0', 'nan', 'inf', '.5', '5.'],
);
const scalar = fc.oneof(word, numberText, fc.integer({ min: -30, max: 30 }), fc.boolean(), fc.constant(null));
const list = fc.oneof(
  fc.array(fc.oneof(scalar, fc.record({ k: scalar })), { maxLength: 3 }).map((elements) => JSON.stringify(elements)),
  fc.constantFrom('{"k":7}', '["a"', '7', 'plain', '[]'),
);
const address = fc.constantFrom(
  '10.0.0.1',
  '10.1.2.3',
  '11.0.0.1',
  '10.0.0.256',
  '10.0.0',
  '192.168.0.10',
  '010.0.0.1',
);

/** An event as it was logged: JSON, or words. */
export const message = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record(
        {
          p: scalar,
          q: scalar,
          r: scalar,
          l: list,
          ip: address,
          n: fc.oneof(fc.record({ a: scalar, b: fc.array(scalar, { maxLength: 2 }) }, { requiredKeys: [] }), scalar),
          'n.a': scalar,
        },
        { requiredKeys: [] },
      )
      .map((fields) => JSON.stringify(fields)),
  },
  { weight: 1, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `${words.join(' ')}.`) },
);

const field = fc.constantFrom('p', 'q', 'r');
const literal = fc.oneof(
  word.map((text) => JSON.stringify(text)),
  fc.constantFrom('"22"', '"22.0"', '22', '0', '1', '-1.5', '1000', 'true', '"5A"', '"-"'),
);

/** Texts with arguments in between: `call('f(', a, ', ', b, ')')`. */
function written(...parts: readonly (string | Arbitrary<string>)[]): Arbitrary<string> {
  return fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((texts) => texts.join(''));
}

const letters = fc.constantFrom('"a"', '"5"', '"9"', '"-"', '"x y"', '"é"');
const place = fc.constantFrom('0', '1', '2', '9', '1.7', '-1');
const regex = fc.constantFrom(
  ...['/a/', '/^a/', '/[0-9]+/', '/(?i)A/', '/5A|x y/', String.raw`/\d$/`, '/^$/', String.raw`/\./`, '/é?a/'],
);

const { condition, text, number } = fc.letrec<{ condition: string; text: string; number: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    field,
    fc.constantFrom('n.a', 'n.b.0', 'n.b.1', 'n.none'),
    word.map((each) => JSON.stringify(each)),
    written(fc.constantFrom('toupper', 'tolower', 'trim', 'ltrim', 'rtrim'), '(', tie('text'), ')'),
    written(fc.constantFrom('trim', 'ltrim', 'rtrim'), '(', tie('text'), ', ', letters, ')'),
    written('substr(', tie('text'), ', ', place, ')'),
    written('substr(', tie('text'), ', ', place, ', ', place, ')'),
    written('replace(', tie('text'), ', ', letters, ', ', letters, ')'),
    written('concat(', tie('text'), ', ', fc.oneof(tie('text'), tie('number')), ')'),
    written('if(', tie('condition'), ', ', tie('text'), ', ', tie('text'), ')'),
    written('coalesce(', tie('text'), ', ', tie('text'), ')'),
  ),
  number: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    written('toNumber(', field, ')'),
    fc.constantFrom('0', '2', '7', '0.5'),
    written('strlen(', tie('text'), ')'),
    written(
      fc.constantFrom('abs', 'ceil', 'floor', 'round', 'sqrt', 'log', 'toInt', 'toNumber'),
      '(',
      tie('number'),
      ')',
    ),
    written('round(', tie('number'), ', 1)'),
    written(fc.constantFrom('greatest', 'least'), '(', tie('number'), ', ', tie('number'), ')'),
    written('(', tie('number'), fc.constantFrom(' + ', ' - ', ' * ', ' / ', ' % '), tie('number'), ')'),
    written('case(', tie('condition'), ', ', tie('number'), ', ', tie('condition'), ', ', tie('number'), ')'),
    written('jsonArraySize(l)'),
    written('-(', tie('number'), ')'),
  ),
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    written(field, fc.constantFrom(' = ', ' != ', ' < ', ' <= ', ' > ', ' >= '), fc.oneof(field, literal)),
    written(tie('number'), fc.constantFrom(' = ', ' != ', ' < ', ' >= '), fc.oneof(field, literal, tie('number'))),
    fc
      .tuple(field, fc.constantFrom('in', 'not in'), fc.array(literal, { minLength: 1, maxLength: 3 }))
      .map(([name, operator, items]) => `${name} ${operator} [${items.join(', ')}]`),
    written(field, fc.constantFrom(' like ', ' not like '), fc.constantFrom('"a"', '"2"', '"-"', '"x y"', '""')),
    written(fc.oneof(field, tie('text')), fc.constantFrom(' like ', ' not like ', ' =~ '), regex),
    written(fc.constantFrom('@message like ', '@message not like '), regex),
    field,
    written(fc.constantFrom('ispresent', 'isempty', 'isblank', 'isNumeric', '!ispresent'), '(', field, ')'),
    written(fc.constantFrom('strcontains', 'startsWith', 'endsWith'), '(', tie('text'), ', ', letters, ')'),
    written('jsonArrayContains(l, ', fc.constantFrom('"a"', '"5A"', '""'), ')'),
    fc.constantFrom('isValidIpV4(ip)', 'isIpv4InSubnet(ip, "10.0.0.0/8")', 'isIpv4InSubnet(ip, "10.0.0.0/15")'),
    written('not (', tie('condition'), ')'),
    written('(', tie('condition'), fc.constantFrom(' and ', ' or '), tie('condition'), ')'),
  ),
}));

const filter = written(fc.constantFrom('filter ', 'where '), condition);
// Powers that both sides compute to the same last bit.
const operation = fc.oneof(
  written(fc.constantFrom(' + ', ' - ', ' * ', ' / ', ' % '), fc.oneof(field, place)),
  fc.constantFrom(' ^ 0', ' ^ 1', ' ^ 2', ' ^ -1'),
);
const computed = written(
  ...['fields ', field, operation],
  ...[' as x, (', condition, ') as y, ', text, ' as z, ', number, ' as w, split(', text, ', ', letters, ') as v'],
);
const glob = fc
  .constantFrom(
    '"*:*,*" as g, h, i',
    '"* * *" as g, h, i',
    '"\\"*\\":*" as g, h',
    '"a*" as g',
    '"*" as g',
    '"**a" as g, h',
    '"p" as g',
    '"*,*,*" as g, h, i',
  )
  .map((pattern) => `parse @message ${pattern}`);
const patterns = [
  String.raw`/(?<g>[a-z]+)[^0-9]*(?<h>\d+)?/`,
  String.raw`/"(?<g>[pqr])":(?<h>[^,}]*)/`,
  String.raw`/(?<g>a)|(?<h>b)/`,
  String.raw`/^(?<g>[^ ]*) (?<h>.*)$/`,
  String.raw`/"p":"(?<g>\w*)"(?:,"q":"(?<h>\w*)")?/`,
  String.raw`/(?<g>.*?)9(?<h>.*?)/`,
  String.raw`/(?i)(?<g>A)(?<h>9?)/`,
];
const parseRegex = written('parse ', fc.constantFrom('', '@message ', 'p '), fc.constantFrom(...patterns));
const parseMulti = written('parse @message ', fc.constantFrom(patterns[1]!, '/(?<g>[a-z])(?<h>[0-9])?/'), ' multi');
const direction = fc.constantFrom(' asc', ' desc');
const sort = fc
  .array(written(fc.oneof(field, number), direction), { minLength: 1, maxLength: 2 })
  .map((keys) => `sort ${keys.join(', ')}`);
const limit = written(
  'limit ',
  fc.integer({ min: 1, max: 6 }).map((count) => String(count)),
);
const dedup = fc.uniqueArray(field, { minLength: 1, maxLength: 2 }).map((fields) => `dedup ${fields.join(', ')}`);
const aggregates = fc.constantFrom(
  'count(*) as c, count(q) as d, count_distinct(q) as e, sum(r) as s, avg(r) as a, min(q) as l, max(q) as m',
  'count() as c, sum(q) as s, variance(r) as a, stddev(q) as d, pct(r, 50) as l, pct(q, 90) as m',
  'count(*) as c, sum(p = "a") as s, sortsFirst(q) as l, sortsLast(q) as m, values(p) as v',
);
const groups = fc.oneof(
  fc.uniqueArray(field, { maxLength: 2 }),
  fc.constantFrom(
    ['strlen(p) as size', 'q'],
    ['ispresent(q) as there'],
    ['tolower(p) as low', 'r'],
    ['n.a'],
    ['toNumber(p) as number'],
  ),
);
const stats = fc
  .tuple(aggregates, groups)
  .map(([items, by]) => `stats ${items}${by.length > 0 ? ` by ${by.join(', ')}` : ''}`);
const show = fc.constantFrom('display p, q, r, @message', 'fields p, q | fields r, p', 'display p | display r, q');

/** Queries of events that have no time. */
export const query = pipelines(
  [fc.option(filter), fc.option(glob), fc.option(sort), fc.option(limit), show],
  [fc.option(filter), computed, fc.constantFrom('display x, y, z, w, v, p', 'fields p')],
  [fc.oneof(glob, parseRegex), fc.constant('display g, h')],
  [fc.option(filter), parseMulti, fc.option(sort), fc.constant('display g, h, p')],
  // Conditions on parts of the message: these let the compiler look at the whole message first.
  [
    fc.oneof(glob, parseRegex),
    fc
      .constantFrom(
        ...['g = "a"', 'g in ["a", "b", ""]', 'h like "a"', 'g = "22"', 'not (g = "a")', 'g = "a" or h = "b"'],
        ...['g = "p" and h = "-"', 'g like ""', '"a" = g', 'g = h', 'g like /^[a-p]$/', 'not ispresent(h)'],
      )
      .map((test) => `filter ${test}`),
    fc.constantFrom('display g, h', 'stats count(*) as c by g'),
  ],
  [fc.option(filter), fc.constantFrom('fields p, q', 'fields @message'), fc.option(limit)],
  [filter, fc.option(limit)],
  [fc.option(sort), dedup, show],
  [
    fc.constantFrom('fields jsonParse(l) as j | unnest j into e', 'unnest p into e', 'expand l | fields l as e'),
    fc.option(filter),
    fc.option(sort),
    fc.option(limit),
    fc.constantFrom('display e, e.k, p', 'stats count(*) as c by e'),
  ],
  [
    fc.option(filter),
    stats,
    fc.option(fc.constantFrom('sort s desc', 'sort c desc, m asc')),
    fc.option(limit),
    fc.option(fc.constantFrom('display m, c', 'filter m like /[0-9]/', 'filter c > 1')),
  ],
  [stats, fc.constantFrom('filter c > 1', 'filter s != 3'), fc.constant('stats sum(c) as t, max(m) as u')],
  [
    sort,
    fc.constantFrom(
      'accum p as total | display p, total',
      'autoregress q p=1-2 | display q, q_p1, q_p2',
      'fields p, q | filldown p',
      'fields q | addtotals p, r',
      'display p, r | addtotals col=true p, r',
    ),
    fc.option(limit),
  ],
);

const period = fc.constantFrom('500ms', '30s', '300s', '5m', '90m', '1h', '1d', '7d', '1w', '1mo', '1q', '1y');
const timed = fc.constantFrom(
  'count(*) as c, earliest(p) as f, latest(q) as l, min(@timestamp) as s, latest(@timestamp) as m',
  'count(p) as c, sum(q) as s, max(@timestamp) as m, earliest(n.a) as f',
);
const bins = fc.oneof(
  written('bin(', period, ') as b'),
  written('bin(', period, ') as b, p'),
  written('q, bin(', period, ') as b'),
);

/** Queries of events that have times: the newest first. */
export const timedQuery = pipelines(
  [fc.option(filter), fc.option(limit), fc.option(show)],
  [dedup, fc.constant('display p, q, @timestamp')],
  [fc.option(limit), sort, show],
  [
    written('fields datefloor(@timestamp, ', period, ') as a, dateceil(@timestamp, ', period, ') as b'),
    fc.constantFrom(
      'display a, b, @timestamp',
      'display toMillis(a) as m, fromMillis(toMillis(b) + 1) as n, concat(b, "") as t',
    ),
    fc.option(fc.constant('sort a desc, b asc')),
  ],
  [
    fc.option(filter),
    written('stats ', timed, ' by ', bins),
    fc.option(fc.constantFrom('sort b desc', 'sort c asc')),
    fc.option(limit),
  ],
  [written('stats ', timed, ' by bin(1h) as b offset ', fc.constantFrom('15m', '59m'))],
  [
    written('stats count(*) as c, max(@timestamp) as t by bin(', period, ') as b'),
    written('stats sum(c) as d, max(t) as u by datefloor(b, ', period, ') as e'),
  ],
  [
    written(
      'filter ',
      fc.constantFrom('@timestamp', 'toMillis(@timestamp)', 'datefloor(@timestamp, 1d)'),
      fc.constantFrom(' > ', ' <= ', ' = '),
      fc.constantFrom('1769903880000', '1769904000000', '1772323200000'),
    ),
    fc.constant('display @timestamp, p'),
  ],
  [
    fc.constantFrom('accum p as total | display total', 'autoregress q p=1 | display q_p1', 'fields p | filldown p'),
    fc.option(limit),
  ],
  [
    fc.constant('fields jsonParse(l) as j | unnest j into e'),
    fc.option(sort),
    fc.option(limit),
    fc.constant('display e'),
  ],
);

/** Times around the borders of minutes, days, weeks, months and years. */
export const time = fc
  .tuple(
    fc.constantFrom(
      Date.UTC(2026, 1, 1),
      Date.UTC(2026, 0, 5),
      Date.UTC(2026, 2, 1),
      Date.UTC(2025, 0, 1),
      Date.UTC(2024, 1, 29),
    ),
    fc.constantFrom(-86_400_000, -3_600_000, -120_000, -1, 0, 0, 1, 500, 29_999, 900_000, 5_400_000),
  )
  .map(([border, beside]) => border + beside);

/** One of some lists of stages; those that are left out are null. */
function pipelines(...shapes: readonly (readonly Arbitrary<string | null>[])[]): Arbitrary<string> {
  return fc
    .oneof(...shapes.map((stages) => fc.tuple(...stages)))
    .map((stages) => stages.filter((stage) => stage !== null).join(' | ') || 'fields @message');
}
