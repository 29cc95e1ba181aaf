import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { renderDiagnostic } from '../../src/text/render.ts';

/** Every frame of a text, without the name of the source. */
function frames(text: string): string {
  return parse(text)
    .diagnostics.map((diagnostic) => renderDiagnostic({ name: 'q', text }, diagnostic))
    .join('\n');
}

describe('broken queries of manuals and production', () => {
  it.each([
    [
      'an unquoted URL',
      'filter status="200" and referrer= http://192.0.2.1/ and method= "GET"',
      'syntax foreign-comment',
    ],
    ['a regex that is never closed', 'filter kubernetes.pod_name like /cwagent-prometheus', 'unclosed-regex'],
    ['line ends written as backslash and n', 'fields @timestamp\\n| filter a = 1', 'syntax'],
    ['a SOURCE without its closing parenthesis', "SOURCE logGroups(namePrefix: ['a']\n| limit 5", 'unclosed-bracket'],
    ['a pipe inside the list of stats', 'stats avg(x) as A,\n| count(*) as N by y', 'trailing-comma unknown-command'],
    ['typographic quotes', "filter name in ['a', ‘b’]", 'typographic-quote'],
    ['an aggregate as a stage', 'filter a = 1 | count() as count by pod, err', 'unknown-command'],
    ['a pipe before as', 'parse @message "* *"\n| as a, b', 'pipe-in-list'],
    ['a word that is no operator', 'filter a exists', 'syntax'],
    ['a glob without as', 'parse @message "*…*" @a, @b', 'syntax'],
    ['remarks after two slashes', 'fields a // remark', 'foreign-comment'],
  ])('%s', (_, text, codes) => {
    expect(
      parse(text)
        .diagnostics.map(({ code }) => code)
        .join(' '),
    ).toBe(codes);
  });

  it('but a glob without a star and with one name is right', () => {
    expect(parse('parse @message "success" as @ok').diagnostics).toEqual([]);
  });
});

describe('errors', () => {
  it.each([
    ['empty', '', 'q:1:1: error: The query has no command. [empty-query]'],
    ['a second like', 'filter a like "b" like "c"', 'A comparison cannot be compared again: unexpected "like".'],
    ['a second regex', 'filter a = b =~ /c/', 'A comparison cannot be compared again: unexpected "=~".'],
    ['a hyphen after backticks', 'fields a as `b`-c', 'Unexpected "-" after "`b`".'],
    ['a trailing pipe', 'limit 5 |', 'q:1:9: error: No stage follows the last pipe. [trailing-pipe]'],
    ['an empty stage', 'limit 5 | | limit 6', 'q:1:11: error: Between two pipes stands no command. [empty-stage]'],
    ['a trailing comma', 'fields a, | limit 5', 'q:1:9: error: Nothing follows the comma. [trailing-comma]'],
    ['a trailing comma in a list', 'filter a in [1, ]', 'q:1:15: error: Nothing follows the comma. [trailing-comma]'],
    [
      'a missing pipe',
      'fields a\nlimit 5',
      'q:2:1: error: "limit" begins a stage, but no pipe stands before it. [missing-pipe]',
    ],
    [
      'a comparison of a comparison',
      'filter 1 < a < 3',
      'q:1:14: error: A comparison cannot be compared again: unexpected "<". [chained-comparison]',
    ],
    [
      'a foreign operator',
      'filter a <> 1',
      'q:1:10: error: "<>" is not an operator of the query language. [foreign-operator]',
    ],
    ['a foreign and', 'filter a && b || c', 'q:1:10: error: "&&" is not an operator'],
    [
      'flags of a regex',
      'filter a like /b/gi',
      'q:1:18: error: The flags "gi" cannot follow a regular expression. [regex-flags]',
    ],
    ['flags that mean nothing here', 'filter a like /b/g', 'Write them at its start: /(?i)b/.'],
    ['a misplaced regex', 'filter a = /b/', 'A regular expression such as "/b/" cannot stand here. [misplaced-regex]'],
    ['a slash in place of a value', 'filter a = /b', 'Expected an expression, found "/".'],
    [
      'an address without quotes',
      'filter a = 10.0.0.1',
      'q:1:12: error: "10.0.0.1" is neither a number nor a duration. [invalid-number]',
    ],
    ['a number as alias', 'stats count(*) as 5xx, sum(a) by b', '"5xx" is neither a number nor a duration.'],
    ['a string as alias', 'stats count(*) as "n"', 'A name stands bare or in backticks: `n`.'],
    [
      'a hyphen in an alias',
      'fields a as b-c-d, e',
      'q:1:13: error: The name "b-c-d" needs backticks: a bare hyphen subtracts. [unquoted-name]',
    ],
    [
      'an unclosed string',
      "filter a = 'x | limit 5",
      "q:1:12: error: The string 'x has no closing quote. [unclosed-string]",
    ],
    ['an unclosed string before another', "filter a = 'x | filter b = 'y'", "The string 'x has no closing quote."],
    ['an unclosed name', 'fields `a, b', 'q:1:8: error: The name `a has no closing backtick. [unclosed-name]'],
    [
      'an unclosed name before a line end',
      'fields `a\n| fields `b`',
      'q:1:8: error: The name `a has no closing backtick. [unclosed-name]',
    ],
    [
      'an unclosed parenthesis',
      'filter (a = 1 | limit 5',
      'q:1:8: error: "(" is not closed before "|". [unclosed-bracket]',
    ],
    [
      'an unclosed list',
      'filter a in [1, 2 | limit 5',
      'q:1:13: error: "[" is not closed before "|". [unclosed-bracket]',
    ],
    ['an unclosed list, and more', 'filter a in [1 2]', 'Expected an operator, "," or "]", found "2".'],
    ['an unclosed call', 'filter f(1 2)', 'Expected an operator, "," or ")", found "2".'],
    [
      'an unclosed subquery',
      'filter a in (SOURCE "x" | limit 5',
      'q:1:13: error: "(" is not closed before the end of the query. [unclosed-bracket]',
    ],
    ['a list in parentheses', 'filter a in (1, 2)', 'A list stands in square brackets'],
    ['a word for a list', 'filter a in b', 'Write a list: f in ["a", "b"].'],
    ['a subquery as a value', 'filter a = (SOURCE "x")', 'A subquery cannot stand here.'],
    ['a list as a value', 'filter a = [1]', 'A list stands only after in'],
    ['a star for all fields', 'fields *', 'Name the fields; a star stands only in count(*).'],
    ['a shell variable', 'filter a = $b', 'A parameter is written {{name}}'],
    ['single braces', 'filter a = {b}', 'A parameter of a saved query is written {{name}}.'],
    ['a keyword for a value', 'filter a = and', 'Expected an expression, found "and".'],
    ['an index that is none', 'fields a[b]', 'Expected a whole number as index, found "b".'],
    ['an index that is not closed', 'fields a[1', 'Expected "]" after the index, found the end of the query.'],
    ['a dot before nothing', 'fields f(a).', 'Expected a name after ".", found the end of the query.'],
    ['a foreign command', 'eval a = 1', 'Write fields expression as name.'],
    ['a misspelt command', 'fitler a = 1', 'Unknown command "fitler". Did you mean "filter"?'],
    ['a stage that begins with a sign', '= 1', 'Expected a command, found "=".'],
    ['an infix word', 'filter a contains "b"', 'Write field like "text", or strcontains(field, "text").'],
    ['a typographic quote alone', 'filter a = “b', 'q:1:12: error: “ is a typographic quote'],
    ['a block comment', 'fields a /* b */ , c', '"/*" does not start a comment.'],
    ['a limit without a number', 'limit', 'Expected a number of rows after "limit", found the end of the query.'],
    ['a direction without a field', 'sort desc', 'Expected a field before "desc".'],
    ['a direction without a field, and more', 'sort asc, b', 'Expected a field before "asc".'],
    ['a direction without a field before a stage', 'sort desc | limit 5', 'Expected a field before "desc".'],
    [
      'a direction without a field in a subquery',
      'filter a in (SOURCE "x" | sort desc)',
      'Expected a field before "desc".',
    ],
    ['a pipe before by', 'stats count(*)\n| by a', 'q:2:1: error: A pipe at the start of a line begins a new stage'],
    ['many unclosed names', 'fields `a, `b | fields `c', 'The name `c has no closing backtick.'],
    ['two names without backticks', 'fields `a | fields `b | fields `c', 'The name `c has no closing backtick.'],
    ['a number and a unit where no duration can be', 'fields f(5 m d)', 'Expected an operator, "," or ")", found "m".'],
    ['a parse without a pattern', 'parse @message as a', 'Expected a pattern, found "as".'],
    ['an XML parse without a path', 'parse @message xml as a', 'Expected a path such as "…", found "as".'],
    ['a json path without a name', 'json "a"', 'Expected "as" and a name after the path, found the end of the query.'],
    ['an unknown window', 'pattern @message | diff previousDecade', 'Unknown window "previousDecade".'],
    ['an unnest without a name', 'unnest a', 'Write unnest list into name.'],
    ['a lookup without columns', 'lookup t a', 'Expected OUTPUT or OUTPUTNEW and the columns to add'],
    [
      'a join without a condition',
      'join left=a right=b (SOURCE "x")',
      'Expected "where" and the condition of the join',
    ],
    [
      'a join without a subquery',
      'join where a.b = c.d',
      'Expected a subquery in parentheses such as (SOURCE "/group")',
    ],
    ['an unknown type of join', 'join type=outer where a.b = c.d (SOURCE "x")', 'Unknown type of join "outer".'],
    [
      'an unknown option of join',
      'join typ=inner where a.b = c.d (SOURCE "x")',
      'Unknown option "typ". Did you mean "type"?',
    ],
    ['an unknown option', 'outlier parm=2 a', 'Unknown option "parm". Did you mean "param"?'],
    ['appendcols without a subquery', 'appendcols override=true', 'Expected a subquery in parentheses'],
    [
      'a selector with something else than a list',
      'SOURCE logGroups("a")',
      'Expected a list in square brackets, found ""a"".',
    ],
    ['JSON that is not closed', 'SOURCE logGroupTags([{"a":1} | limit 5', '"[" is not closed before "|".'],
    ['a saved query with a blank', '$ a()', 'Expected the name of a saved query after "$"'],
    ['rows that are no number', 'autoregress a p=b', 'Expected a number of rows such as p=1 or p=1-4'],
    [
      'a duration that is none',
      'logcompare timeshift 7',
      'Expected a duration after "timeshift" such as 5m, found "7".',
    ],
    ['a duration with a foreign unit', 'stats count(*) by bin(5mm)', '"5mm" is neither a number nor a duration.'],
    ['a field that is none', 'dedup 5', 'Expected a field after "dedup", found "5".'],
    ['a lone closing parenthesis', 'filter a) | limit 5', 'Unexpected ")" after "a".'],
    ['a very long text', `filter a "${'x'.repeat(60)}"`, `Unexpected ""${'x'.repeat(38)}…" after "a".`],
    ['a very long text before', `filter a = "${'x'.repeat(60)}" b`, `Unexpected "b" after ""${'x'.repeat(38)}…".`],
  ])('%s', (_, text, expected) => {
    expect(frames(text)).toContain(expected);
  });

  it('come several in one pass, in the order of the text', () => {
    const text = 'fields a, | filtr b | limit x | sort a desc |';
    expect(parse(text).diagnostics.map(({ code, span }) => `${code}@${span.start}`)).toEqual([
      'trailing-comma@8',
      'unknown-command@12',
      'syntax@28',
      'trailing-pipe@44',
    ]);
  });

  it('leave the other stages readable, in subqueries too', () => {
    const { query } = parse('filter a in (SOURCE "x" | nosuch f(1) | fields b) and c = 1 | limit 5');
    expect(query.commands.map(({ kind }) => kind)).toEqual(['FilterCommand', 'LimitCommand']);
  });

  it('keep the stages of a subquery in the stage that could not be read', () => {
    const text = 'nosuch (SOURCE "x" | fields (a)) | limit 5';
    expect(parse(text).query.commands).toMatchObject([
      { kind: 'UnknownCommand', text: 'nosuch (SOURCE "x" | fields (a))' },
      { kind: 'LimitCommand' },
    ]);
  });

  it('have fixes that mend them', () => {
    for (const [text, mended] of [
      ['limit 5 |', 'limit 5 '],
      ['fields a, | limit 5', 'fields a | limit 5'],
      ['fields a limit 5', 'fields a | limit 5'],
      ['filter a like /b/i', 'filter a like /(?i)b/'],
      ['filter a = “b”', 'filter a = "b"'],
      ['fields a as b-c', 'fields a as `b-c`'],
      ['filter a <> 1', 'filter a != 1'],
      ['limit 5 // few', 'limit 5 # few'],
      ['parse a "*"\n| as b', 'parse a "*"\n as b'],
      ['fields a as "b"', 'fields a as `b`'],
      ['limit 5 | | limit 6', 'limit 5 |  limit 6'],
    ] as const) {
      const edits = parse(text).diagnostics.flatMap(({ fix }) => fix?.edits ?? []);
      const fixed = [...edits]
        .reverse()
        .reduce(
          (whole, edit) => whole.slice(0, edit.span.start) + edit.text + whole.slice(edit.span.end),
          text as string,
        );
      expect(fixed).toBe(mended);
      expect(parse(fixed).diagnostics).toEqual([]);
    }
  });
});
