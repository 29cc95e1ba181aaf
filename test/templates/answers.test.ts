import { describe, expect, it } from 'vitest';
import { generate } from '../../src/generate/generate.ts';
import { print } from '../../src/language/print.ts';
import { dropEach, type Dropped } from '../support/drop-conditions.ts';
import { formatOf } from '../support/format.ts';
import { runLines, type Answer } from '../support/run-lines.ts';
import { casesOf, shipped, type TemplateCase } from '../support/template-cases.ts';

const templates = shipped.templates().map((template) => [template.name, template] as const);

describe.each(templates)('template %s', (name, template) => {
  const cases = casesOf(name).map((example) => {
    const format = formatOf(example.format);
    return { ...example, format, query: generate(template, { format, ...example.flags }).query };
  });
  const answerOf = async (query: (typeof cases)[number]['query'], { records, format }: (typeof cases)[number]) => {
    const { columns, rows } = await runLines(records.trimEnd().split('\n'), print(query), { format });
    return { columns, rows };
  };

  it('gives the rows that were worked out by hand', async () => {
    for (const example of cases) expect(await answerOf(example.query, example)).toEqual(expectedOf(example));
  });

  it('answers differently without any one of its conditions', async () => {
    const unseen = new Set<string>();
    const seen = new Set<string>();
    for (const example of cases) {
      for (const dropped of dropEach(example.query).filter(({ what }) => !seen.has(what))) {
        const answer = await answerOf(dropped.query, example);
        const isDifferent = JSON.stringify(answer) !== JSON.stringify(without(expectedOf(example), dropped));
        (isDifferent ? seen : unseen).add(dropped.what);
      }
    }
    expect([...unseen].filter((what) => !seen.has(what))).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
  });
});

type Table = Pick<Answer, 'columns' | 'rows'>;

function expectedOf({ columns, expected }: Pick<TemplateCase, 'columns' | 'expected'>): Table {
  return { columns, rows: expected.map((row) => row.map(String)) };
}

function without({ columns, rows }: Table, { column }: Dropped): Table {
  const gone = column === undefined ? -1 : columns.indexOf(column);
  const keep = <Value>(_: Value, index: number) => index !== gone;
  return { columns: columns.filter(keep), rows: rows.map((row) => row.filter(keep)) };
}
