import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete, type CompleteOptions } from '../../src/complete/complete.ts';
import type { Completion } from '../../src/complete/completion.ts';
import { grammars } from '../../src/complete/grammar.ts';
import { readFormat } from '../../src/formats/read.ts';
import { functions } from '../../src/functions/table.ts';
import type { Command } from '../../src/language/command-nodes.ts';
import { commands } from '../../src/language/commands.ts';

/** The completions at the bar `‸` of a query. */
function at(marked: string, options: CompleteOptions = {}): Completion[] {
  const cursor = marked.indexOf('‸');
  return complete(marked.replace('‸', ''), cursor, options);
}

function labels(marked: string, options: CompleteOptions = {}): string[] {
  return at(marked, options).map(({ label }) => label);
}

/** The query after a completion was taken. */
function taken(marked: string, label: string, options: CompleteOptions = {}): string {
  const text = marked.replace('‸', '');
  const found = at(marked, options).find((completion) => completion.label === label);
  if (!found) throw new Error(`${label} is not offered at ${marked}`);
  return text.slice(0, found.span.start) + found.insert + text.slice(found.span.end);
}

const vpcDefault = { format: readFormat('vpc-default').format! };

describe('where a stage begins', () => {
  it('offers every command that begins with a word, a source only at the very start', () => {
    const words = commands.map(({ keyword }) => keyword).filter((keyword) => /^\w/.test(keyword));
    expect(labels('‸')).toEqual(words);
    expect(labels('fields @message | ‸')).toEqual(words.filter((word) => word !== 'SOURCE'));
    expect(labels('fields @message\n| fi‸\n| limit 5').sort()).toContain('filter');
  });

  it('offers those that begin with what was typed, whatever its case', () => {
    expect(labels('FIELDS a | SOR‸')).toEqual(['sort']);
    expect(labels('so‸rt @timestamp')).toContain('sort');
  });

  it('replaces the whole word at the cursor', () => {
    expect(taken('fields a | fil‸tre x = 1', 'filter')).toBe('fields a | filter x = 1');
  });

  it('offers commands inside a subquery', () => {
    expect(labels('filter a in (fields b | sor‸')).toEqual(['sort']);
  });

  it('knows that a pipe ends a bracket that nobody closed', () => {
    expect(labels('filter (a = 1 | sor‸')).toEqual(['sort']);
  });
});

describe('fields', () => {
  it('are those of the format, with their meaning', () => {
    const [field] = at('filter srcA‸', vpcDefault);
    expect(field).toMatchObject({ label: 'srcAddr', kind: 'field', insert: 'srcAddr' });
    expect(field?.documentation).toMatch(/^Source /);
  });

  it('are those that exist at the stage of the cursor', () => {
    const query = (stage: string): string =>
      `parse @message "* *" as user, code | stats count(*) as hits by code | ${stage}`;
    expect(labels(query('sort ‸'))).toEqual(expect.arrayContaining(['hits', 'code']));
    expect(labels(query('sort us‸'))).toEqual([]);
    expect(labels('parse @message "* *" as user, code | filter us‸')).toEqual(['user']);
    expect(labels('filter us‸ | parse @message "* *" as user, code')).not.toContain('user');
  });

  it('are quoted where their name needs it', () => {
    expect(taken('fields a as `account-id` | sort acc‸', 'account-id')).toBe(
      'fields a as `account-id` | sort `account-id`',
    );
    expect(taken('fields a as `account-id` | sort `acc‸', 'account-id')).toBe(
      'fields a as `account-id` | sort `account-id`',
    );
    expect(taken('fields a as `account-id` | sort `acc‸o` desc', 'account-id')).toBe(
      'fields a as `account-id` | sort `account-id` desc',
    );
  });

  it('are those of the subquery that the cursor is in', () => {
    expect(labels('fields a as outer1 | filter a in (fields b as inner1 | sort ‸')).toContain('inner1');
    expect(labels('fields a as outer1 | filter a in (fields b as inner1 | sort ‸')).not.toContain('outer1');
    expect(labels('fields a as outer1 | filter a in (fields b as inner1) and ‸')).toContain('outer1');
  });

  it('come alone where a command takes nothing else', () => {
    expect(new Set(at('fields @message, a as b | dedup ‸').map(({ kind }) => kind))).toEqual(new Set(['field']));
  });

  it('may be those that other stages read, where nobody knows what events hold', () => {
    expect(labels('filter level = "ERROR" | stats count(*) as hits by lev‸')).toEqual(['level']);
    expect(labels('filter lev‸ | filter level = "ERROR"')).toEqual(['level']);
    expect(labels('filter hit‸ | stats count(*) as hits by level | sort hits desc')).toEqual([]);
    expect(labels('filter level‸')).toEqual([]);
    expect(labels('filter a in (fields inside | limit 5) | filter ins‸')).toEqual([]);
    expect(labels('filter lev‸ | filter level = "ERROR"', vpcDefault)).toEqual([]);
  });

  it('of the format are offered as the columns of a parse, the next one first', () => {
    const format = readFormat('${srcaddr} ${flow-direction} ${action}').format!;
    expect(labels('parse @message "* * *" as ‸', { format })).toEqual(['srcaddr', 'flow_direction', 'action']);
    expect(labels('parse @message "* * *" as srcaddr, ‸', { format })).toEqual(['flow_direction', 'action']);
    expect(labels('parse @message "* * *" as srcaddr, flow‸', { format })).toEqual(['flow_direction']);
  });

  it('are not offered where a name is invented', () => {
    expect(labels('fields a as ‸')).toEqual([]);
    expect(labels('fields a as x‸')).toEqual([]);
    expect(labels('parse @message "* *" as a, ‸')).toEqual([]);
    expect(labels('parse @message "* *" as a, b‸')).toEqual([]);
  });
});

describe('functions', () => {
  it('are offered with their signature and meaning', () => {
    expect(at('fields strl‸')).toMatchObject([
      {
        label: 'strlen',
        kind: 'function',
        insert: 'strlen(',
        detail: expect.stringMatching(/^strlen\(\w+\) → number$/) as string,
      },
    ]);
  });

  it('are closed at once where they take nothing', () => {
    expect(taken('fields no‸', 'now')).toBe('fields now()');
  });

  it('aggregate before the "by" of stats, and nowhere else', () => {
    const kinds = (marked: string): Set<string> =>
      new Set(
        labels(marked).flatMap((label) => functions.filter(({ name }) => name === label).map(({ kind }) => kind)),
      );
    expect(kinds('stats ‸')).toEqual(new Set(['aggregate', 'scalar']));
    expect(kinds('stats count(*) by ‸')).toEqual(new Set(['scalar']));
    expect(kinds('stats sum(‸')).toEqual(new Set(['scalar']));
    expect(kinds('filter ‸')).toEqual(new Set(['scalar']));
  });
});

describe('keywords', () => {
  it('are known for commands of the language only', () => {
    const kinds = new Set(commands.map(({ kind }) => kind));
    expect(Object.keys(grammars).filter((kind) => !kinds.has(kind as Command['kind']))).toEqual([]);
  });

  it('follow an operand', () => {
    expect(labels('fields strlen(a) ‸')).toEqual(['as']);
    expect(labels('stats count(*) ‸')).toEqual(['as', 'by']);
    expect(labels('stats count(*) as c b‸')).toEqual(['by']);
    expect(labels('sort c ‸')).toEqual(['asc', 'desc']);
    expect(labels('filter a n‸')).toEqual(['not like', 'not in']);
  });

  it('of stats differ before and after "by"', () => {
    expect(labels('stats count(*) by a ‸')).toEqual(['as', 'offset']);
    expect(labels('stats count(*) by a of‸')).toEqual(['offset']);
  });

  it('name options and their values', () => {
    expect(labels('join ty‸')).toEqual(['type=']);
    expect(labels('join type=‸')).toEqual(['inner', 'left']);
    expect(labels('join type=inner ‸')).toEqual(['left=', 'right=', 'where']);
    expect(labels('diff prev‸')).toEqual(['previousDay', 'previousWeek', 'previousMonth']);
  });

  it('are not needed between fields that blanks separate', () => {
    expect(labels('fields a as first, b as fine | filldown first fi‸')).toEqual(['first', 'fine']);
  });

  it('of a parse follow its pattern', () => {
    expect(labels('parse @message "* *" ‸')).toEqual(['as', 'multi']);
    expect(labels('parse @message ‸')).toEqual(['logfmt', 'csv']);
  });
});

describe('values', () => {
  it('of an enumerated field are offered inside a string', () => {
    expect(labels('filter action = "‸"', vpcDefault)).toEqual(['ACCEPT', 'REJECT']);
    expect(taken('filter action = "RE‸"', 'REJECT', vpcDefault)).toBe('filter action = "REJECT"');
    expect(taken('filter action = "RE‸JECTED" | limit 5', 'REJECT', vpcDefault)).toBe(
      'filter action = "REJECT" | limit 5',
    );
  });

  it('close the string that nobody closed', () => {
    expect(taken("filter action != 'RE‸", 'REJECT', vpcDefault)).toBe("filter action != 'REJECT'");
    expect(taken('filter action = "RE‸\n| limit 5', 'REJECT', vpcDefault)).toBe('filter action = "REJECT"\n| limit 5');
  });

  it('are offered in a list too', () => {
    expect(labels('filter action in ["ACCEPT", "‸"]', vpcDefault)).toEqual(['ACCEPT', 'REJECT']);
    expect(labels('filter action not in ["‸', vpcDefault)).toEqual(['ACCEPT', 'REJECT']);
  });

  it('are quoted, or numbers, where no string was begun, and come first', () => {
    expect(taken('filter action = ‸', 'REJECT', vpcDefault)).toBe('filter action = "REJECT"');
    expect(at('filter action = ‸', vpcDefault)[0]).toMatchObject({ kind: 'value', label: 'ACCEPT' });
  });

  it('are known for the columns that a parse of the format makes', () => {
    const format = readFormat('${srcaddr} ${flow-direction}').format!;
    const query = 'parse @message "* *" as srcaddr, flow_direction | filter flow_direction = "‸';
    expect(labels(query, { format })).toEqual(['ingress', 'egress']);
  });

  it('are not offered for strings that are no values', () => {
    expect(labels('parse action "‸', vpcDefault)).toEqual([]);
    expect(labels('fields concat("‸', vpcDefault)).toEqual([]);
    expect(labels('filter srcAddr = "‸', vpcDefault)).toEqual([]);
  });
});

describe('durations', () => {
  it('are usual widths before a digit is typed, units behind it', () => {
    expect(labels('stats count(*) by bin(‸')).toEqual(['1m', '5m', '15m', '1h', '1d']);
    expect(labels('stats count(*) by bin(30‸)')).toEqual([
      '30ms',
      '30s',
      '30m',
      '30h',
      '30d',
      '30w',
      '30mo',
      '30q',
      '30y',
    ]);
    expect(labels('stats count(*) by bin(30m‸)')).toEqual(['30ms', '30m', '30mo']);
    expect(taken('stats count(*) by bin(1‸)', '1h')).toBe('stats count(*) by bin(1h)');
  });

  it('are not offered where numbers are meant', () => {
    expect(labels('limit 5‸')).toEqual([]);
    expect(labels('filter a = 5‸')).toEqual([]);
  });
});

describe('nothing is offered', () => {
  it.each(['# fil‸', 'fields a # so‸', 'filter a like /fi‸', 'nosuchcommand ‸', '@x ‸'])('at %s', (marked) => {
    expect(labels(marked)).toEqual([]);
  });

  it('but the line after a comment is code again', () => {
    expect(labels('# a comment\nsor‸')).toEqual(['sort']);
  });
});

describe('every query', () => {
  it('can be completed at every place: no crash, and spans that hold what was typed', () => {
    const piece = fc.constantFrom(
      'fields',
      ' ',
      '|',
      'a',
      '"',
      "'",
      '(',
      ')',
      '[',
      ']',
      ',',
      '`',
      '#',
      '\n',
      '5',
      '/',
      'like',
      'constructor',
      'stats ',
      'join ',
      '= ',
      'é',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(60), (pieces, place) => {
        const text = pieces.join('');
        const cursor = Math.min(place, text.length);
        for (const { label, span } of complete(text, cursor, vpcDefault)) {
          expect(span.start).toBeLessThanOrEqual(cursor);
          expect(span.end).toBeGreaterThanOrEqual(cursor);
          expect(span.end).toBeLessThanOrEqual(text.length);
          const typed = text.slice(span.start, cursor).replaceAll('`', '').toLowerCase();
          expect(label.toLowerCase().startsWith(typed)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes a cursor outside the text as its nearest end', () => {
    expect(complete('so', 99)).toEqual(complete('so', 2));
    expect(complete('so', -1)).toEqual(complete('so', 0));
  });
});
